using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The main numbers of an experiment after the last epoch, a row for each point of the matrix.</summary>
internal static class ResultsTable
{
    private static readonly IReadOnlyList<string> Metrics =
    [
        "test-accuracy", "train-accuracy", "test-loss", "test-ece", "nc1", "nc2-equiangular-means", "nc3-distance-squared", "nc4-agreement",
    ];

    /// <summary>Short heads for narrow columns.</summary>
    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal)
    {
        ["test-accuracy"] = "Test acc. (%)",
        ["train-accuracy"] = "Train acc. (%)",
        ["test-ece"] = "Test ECE (%)",
        ["nc2-equiangular-means"] = "NC2 angles",
        ["nc3-distance-squared"] = "NC3",
        ["nc4-agreement"] = "NC4 (%)",
    };

    public static Table Of(ExperimentSummary summary, int number)
    {
        var metrics = Metrics.Where(m => summary.Groups.Any(g => g.Find(m) is not null)).Select(MetricCatalogue.Of).ToList();
        return new()
        {
            Number = number,
            Title = $"Results of {summary.Plan.Experiment} after the last epoch.",
            Explanation =
                "Mean over n seeds, and below it the unbiased standard deviation where there are several. Test quantities on the test set, all " +
                "others on the unmixed training set. NC1, NC2 and NC3 are 0 at perfect collapse, NC4 is 100 %.",
            Columns =
            [
                .. summary.Axes.Select(a => new TableColumn(a, AxisWidth(summary, a), false)),
                new("n", 0.4f, true),
                .. metrics.Select(m => new TableColumn(Heads.GetValueOrDefault(m.Name, m.TitleWithUnit), 1, true)),
            ],
            Rows = [.. summary.Groups.Select(g => Row(summary, g, metrics))],
        };
    }

    /// <summary>So that the longest value stays on one line, unless it is very long.</summary>
    private static float AxisWidth(ExperimentSummary summary, string axis) =>
        Math.Clamp(0.115f * summary.Groups.SelectMany(g => g.Axes).Where(a => a.Key == axis).Max(a => a.Value.Length), 0.7f, 2.4f);

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary, SummaryGroup group, IReadOnlyList<MetricDescription> metrics) =>
    [
        .. summary.Axes.Select(axis => new TableEntry(group.Axes.FirstOrDefault(a => a.Key == axis).Value ?? "")),
        new(Numbers.Format(group.Cells.Count)),
        .. metrics.Select(m => Entry(m, group.Find(m.Name))),
    ];

    private static TableEntry Entry(MetricDescription metric, SummaryRow? row) => row switch
    {
        null => new("-"),
        { StandardDeviation: { } deviation } =>
            new(MetricText.Mean(metric, row.Mean), "± " + MetricText.Deviation(metric, row.Mean, deviation)),
        _ => new(MetricText.Mean(metric, row.Mean)),
    };
}
