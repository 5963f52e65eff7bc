using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The cells whose training ended early, and where: no mean, test or figure has them.</summary>
internal static class DivergedTable
{
    public static Table Of(ExperimentSummary summary, int number) => new()
    {
        Number = number,
        Title = $"Cells of {summary.Plan.Experiment} that diverged.",
        Explanation =
            "A loss, a parameter or an output of the network was infinite or not a number at that epoch and step, and the training ended there. " +
            "No mean, test or figure of this report has these cells.",
        Columns = [new("Cell", 1, false), new("Label", 3, false), new("What was not finite", 3, false)],
        Rows = [.. summary.Diverged.Select(cell => (IReadOnlyList<TableEntry>)[new(cell.Id), new(cell.Label), new(cell.Diverged!.ToString())])],
    };
}
