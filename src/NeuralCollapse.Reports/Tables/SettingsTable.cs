using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What was trained: every part of the cells' specs.</summary>
internal static class SettingsTable
{
    public static Table Of(ExperimentSummary summary, int number) => new()
    {
        Number = number,
        Title = $"What the cells of {summary.Plan.Experiment} were trained with.",
        Explanation = "Settings that are not shown are at their defaults. Parts with several values vary between cells.",
        Columns = [new("Part", 1, false), new("Value", 6, false)],
        Rows = [.. Settings.Of(summary).Select(s => (IReadOnlyList<TableEntry>)[new(s.Part), new(string.Join("; ", s.Values))])],
    };
}
