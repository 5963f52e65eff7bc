using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The columns that say which point of the matrix a row is of.</summary>
internal static class AxisColumns
{
    /// <summary>A column for each axis, so wide that its name and the longest value stay on one line, unless it is very long.</summary>
    public static IEnumerable<TableColumn> Of(ExperimentSummary summary) =>
        summary.Axes.Select(axis => new TableColumn(axis, Width(summary, axis), false));

    public static IEnumerable<TableEntry> Entries(ExperimentSummary summary, SummaryGroup group) =>
        summary.Axes.Select(axis => new TableEntry(GroupName.Value(group.Axes.FirstOrDefault(a => a.Key == axis).Value ?? "")));

    private static float Width(ExperimentSummary summary, string axis) =>
        Math.Clamp(0.115f * summary.Groups.SelectMany(g => g.Axes).Where(a => a.Key == axis).Max(a => Math.Max(axis.Length, a.Value.Length)), 0.7f, 2.4f);
}
