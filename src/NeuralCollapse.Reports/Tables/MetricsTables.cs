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
        Explanation =
            $"Mean ± sample standard deviation over the seeds; n = {Sizes(groups)}.{MetricText.Note(groups.SelectMany(g => g.Metrics))}",
        Columns =
        [
            new("Metric", 2.2f, false),
            .. groups.Select(g => new TableColumn(Head(g), 1.6f, true)),
        ],
        Rows = [.. metrics.Select(m => Row(m, groups))],
    };

    private static string Head(SummaryGroup group) => string.Join('\n', group.Axes.Select(GroupName.Of));

    private static IReadOnlyList<TableEntry> Row(Metric metric, SummaryGroup[] groups) =>
        [new(metric.IsFraction ? $"{metric.Name} (%)" : metric.Name), .. groups.Select(g => Entry(metric, g))];

    private static TableEntry Entry(Metric metric, SummaryGroup group) =>
        new(group.Find(metric.Name) is { } row ? MetricText.Both(metric, row) : "-");

    private static string Sizes(SummaryGroup[] groups) =>
        Prose.List([.. groups.Select(g => g.Cells.Count).Distinct().Order().Select(Numbers.Format)]);
}

/// <summary>What the metrics mean.</summary>
internal static class MetricsTable
{
    public static Table Of(IEnumerable<string> metrics, int number) => new()
    {
        Number = number,
        Title = "What is measured.",
        Explanation =
            "C is the number of classes, Sw and Sb are the scatter within and between classes, † is the pseudo-inverse. Class means are " +
            "centred by the mean of them all; features are those of the last layer, in evaluation mode. α and β are the coefficients of a " +
            "mixed feature on the centred classifiers of the classes with shares λ and 1 − λ; the alpha of a mixup setting is another " +
            "number, the parameter of the distribution Beta(alpha, alpha) from which training draws λ.",
        Columns = [new("Metric", 1.5f, false), new("Meaning", 4, false)],
        Rows = [.. metrics.Select(MetricText.Of).Select(m => (IReadOnlyList<TableEntry>)[new(m.Name), new(m.Meaning)])],
    };
}
