using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// Every recorded metric after the last epoch: a row for each metric, a column for each point of the matrix.
/// </summary>
internal static class AllMetricsTables
{
    private const int MostColumns = 4;
    private const int MostGroups = 12;

    /// <summary>Whether the matrix has so many points that these tables would fill page after page; they are then left out.</summary>
    public static bool IsTooLarge(ExperimentSummary summary) => summary.Groups.Count > MostGroups;

    public static IReadOnlyList<Table> Of(ExperimentSummary summary, Counter numbers)
    {
        if (IsTooLarge(summary))
            return [];
        var metrics = summary.Groups.SelectMany(g => g.Metrics.Select(m => m.Metric)).Distinct().Select(MetricText.Of).ToList();
        var chunks = summary.Groups.Chunk(MostColumns).ToList();
        return [.. chunks.Select((groups, i) => Of(metrics, groups, numbers.Next(), Title(summary, i + 1, chunks.Count)))];
    }

    private static string Title(ExperimentSummary summary, int part, int parts) =>
        $"All metrics of {summary.Plan.Experiment} after the last epoch" +
        (parts == 1 ? "." : $", part {Numbers.Format(part)} of {Numbers.Format(parts)}.");

    private static Table Of(List<Metric> metrics, SummaryGroup[] groups, int number, string title) => new()
    {
        Number = number,
        Title = title,
        IsDense = true,
        Explanation = $"Mean ± unbiased standard deviation over the seeds; n = {Sizes(groups)}.",
        Columns =
        [
            new("Metric", 2.2f, false),
            .. groups.Select(g => new TableColumn(Head(g), 1.6f, true)),
        ],
        Rows = [.. metrics.Select(m => Row(m, groups))],
    };

    private static string Head(SummaryGroup group) => string.Join('\n', group.Axes.Select(GroupStyles.Name));

    private static IReadOnlyList<TableEntry> Row(Metric metric, SummaryGroup[] groups) =>
        [new(metric.IsFraction ? $"{metric.Name} (%)" : metric.Name), .. groups.Select(g => Entry(metric, g))];

    private static TableEntry Entry(Metric metric, SummaryGroup group) =>
        new(group.Find(metric.Name) is { } row ? MetricText.Both(metric, row) : "-");

    private static string Sizes(SummaryGroup[] groups) =>
        Prose.List([.. groups.Select(g => g.Cells.Count).Distinct().Order().Select(Numbers.Format)]);
}
