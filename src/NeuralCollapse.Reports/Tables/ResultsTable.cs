using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Some main numbers of an experiment after the last epoch, a row for each point of the matrix.</summary>
internal sealed record ResultsTable
{
    private const string Statistics = "Mean over n seeds, and below it the unbiased standard deviation where there are several.";

    /// <summary>Its title goes on with the name of the experiment.</summary>
    public required string Title { get; init; }

    public required string Explanation { get; init; }

    /// <summary>The columns, by metric, with heads that suit narrow ones.</summary>
    public required IReadOnlyList<(Metric Metric, string Head)> Columns { get; init; }

    /// <summary>The table is printed where any of its columns but these was measured; they belong to another one as well.</summary>
    public IReadOnlyList<Metric> NotAlone { get; init; } = [];

    /// <returns>Null when no cell measured what the table is for.</returns>
    public Table? Of(ExperimentSummary summary, Counter numbers)
    {
        var columns = Columns.Where(c => summary.Groups.Any(g => g.Find(c.Metric.Name) is not null)).ToList();
        return columns.All(c => NotAlone.Contains(c.Metric)) ? null : new()
        {
            Number = numbers.Next(),
            Title = $"{Title} of {summary.Plan.Experiment} after the last epoch.",
            Explanation = $"{Statistics} {Explanation}",
            Columns = [.. AxisColumns.Of(summary), new("n", 0.4f, true), .. columns.Select(c => new TableColumn(c.Head, 1, true))],
            Rows = [.. summary.Groups.Select(g => Row(summary, g, [.. columns.Select(c => c.Metric)]))],
        };
    }

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary, SummaryGroup group, IReadOnlyList<Metric> metrics) =>
    [
        .. AxisColumns.Entries(summary, group),
        new(Numbers.Format(group.Cells.Count)),
        .. metrics.Select(m => Entry(m, group.Find(m.Name))),
    ];

    private static TableEntry Entry(Metric metric, SummaryRow? row) => row switch
    {
        null => new("-"),
        { StandardDeviation: { } deviation } when double.IsFinite(row.Mean) =>
            new(MetricText.Mean(metric, row.Mean), "± " + MetricText.Deviation(metric, row.Mean, deviation)),
        _ => new(MetricText.Mean(metric, row.Mean)),
    };
}
