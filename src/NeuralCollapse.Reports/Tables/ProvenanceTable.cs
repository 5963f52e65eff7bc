using System.Globalization;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Where each cell comes from, so that every number can be traced to its run.</summary>
internal static class ProvenanceTable
{
    private const double MegaByte = 1e6;

    public static Table Of(IReadOnlyList<ExperimentSummary> summaries, int number) => new()
    {
        Number = number,
        Title = "Where the cells come from.",
        Explanation =
            "The commit is that of the working tree, with * where files had been changed and ? where that is unknown. Times are in UTC. " +
            "The duration runs from the start of the process to its last measurement; MB is its peak resident memory.",
        Columns =
        [
            new("Cell", 64, false),
            new("Label", 174, false),
            new("Commit", 44, false),
            new("Host", 58, false),
            new("Started", 74, false),
            new("Duration", 46, true),
            new("MB", 24, true),
        ],
        Rows = [.. summaries.SelectMany(s => s.Cells.Select(c => Row(s, c)))],
    };

    /// <summary>The first digits of a commit, with a star when the tree differed; a dash when it is unknown.</summary>
    public static string Commit(RunEnvironment environment) => environment.Commit is { } commit
        ? commit[..Math.Min(7, commit.Length)] + environment.Dirty switch { true => "*", false => "", null => "?" }
        : "-";

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary, CellRecord cell) =>
    [
        new(cell.Id, summary.Plan.Experiment),
        new(cell.Label),
        new(Commit(cell.Environment)),
        new(cell.Environment.Host),
        new(cell.Environment.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new(Duration.Text(cell.Environment.TotalSeconds)),
        new(Numbers.Format((int)Math.Round(cell.Environment.PeakMemoryBytes / MegaByte))),
    ];
}
