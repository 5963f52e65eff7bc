using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The columns that say which point of the matrix a row is of, as short as tells the points apart.</summary>
internal static class AxisColumns
{
    /// <summary>A column for each axis, so wide that its name and the longest value stay on one line, unless it is very long.</summary>
    public static IEnumerable<TableColumn> Of(ExperimentSummary summary)
    {
        var names = ShortNames.Of(summary);
        return summary.Axes.Select(axis => new TableColumn(
            axis, Math.Clamp(0.115f * summary.Groups.SelectMany(g => g.Axes).Where(a => a.Key == axis).Max(a => Math.Max(axis.Length, names.Value(a).Length)), 0.7f, 2.4f), false));
    }

    public static IEnumerable<TableEntry> Entries(ExperimentSummary summary, SummaryGroup group)
    {
        var names = ShortNames.Of(summary);
        return summary.Axes.Select(axis => new TableEntry(group.Axes.Where(a => a.Key == axis).Select(names.Value).FirstOrDefault("")));
    }
}
