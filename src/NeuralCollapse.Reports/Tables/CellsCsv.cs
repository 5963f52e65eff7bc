using System.Globalization;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Every metric of every recorded cell after its last epoch, and where the cell comes from: a line for each, for programs.</summary>
internal static class CellsCsv
{
    private static readonly IReadOnlyList<(string Name, Func<CellRecord, string> Value)> Known =
    [
        ("numerics", cell => cell.Numerics),
        ("commit", cell => cell.Environment.Commit ?? ""),
        ("dirty", cell => cell.Environment.Dirty is { } dirty ? dirty ? "true" : "false" : ""),
        ("host", cell => cell.Environment.Host),
        ("processor", cell => cell.Environment.Processor),
        ("device", cell => cell.Environment.Device),
        ("started", cell => cell.Environment.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("seconds", cell => Numbers.Format(cell.Environment.TotalSeconds)),
        ("peak-bytes", cell => cell.Environment.PeakMemoryBytes.ToString(CultureInfo.InvariantCulture)),
        ("diverged", cell => cell.Diverged?.ToString() ?? ""),
        ("epoch", cell => Numbers.Format(cell.Final.Epoch)),
    ];

    public static string Of(IReadOnlyList<ExperimentSummary> summaries)
    {
        List<string> metrics = [.. summaries.SelectMany(summary => summary.Cells).SelectMany(cell => cell.Final.Metrics.Select(metric => metric.Key)).Distinct()];
        var lines =
            from summary in summaries
            from cell in summary.Cells
            let seed = summary.Plan.Cells.First(planned => planned.Id == cell.Id).Seed
            select (IEnumerable<string>)[
                summary.Plan.Experiment, cell.Id, cell.Label, Numbers.Format(seed), .. Known.Select(column => column.Value(cell)),
                .. metrics.Select(metric => cell.Final.Find(metric) is { } value ? Numbers.Format(value) : "")];
        return Csv.Write(lines.Prepend(["experiment", "cell", "label", "seed", .. Known.Select(column => column.Name), .. metrics]));
    }
}
