using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The tables of main numbers, each narrow enough for a page.</summary>
internal static class ResultsTables
{
    private static readonly ResultsTable Performance = new()
    {
        Title = "Performance and calibration",
        Explanation =
            "The train loss is the mean of the training objective over the last epoch, a loss on mixed samples where the cell uses " +
            "mixup; cross-entropy then cannot fall below the mean entropy of the mixed targets. The test loss is the loss that the cell " +
            "is trained with; NLL is the cross-entropy of the softmax, whatever the loss. The confidence gap is mean confidence minus " +
            "accuracy; ECE scaled is the ECE after temperature scaling on the validation images.",
        Columns =
        [
            (MeanLoss.Objective, "Train loss, as trained on"), (Accuracy.OnTrain, "Train acc. (%)"), (Accuracy.OnTest, "Test acc. (%)"),
            (MeanLoss.OnTest, "Test loss"), (CrossEntropy.OnTest, "Test NLL"), (ExpectedCalibrationError.OnTest, "Test ECE (%)"), (TemperatureScaling.ScaledError, "ECE scaled (%)"),
            (ConfidenceGap.OnTest, "Conf. gap (%)"),
        ],
        NotAlone = [MeanLoss.Objective],
    };

    private static readonly ResultsTable Collapse = new()
    {
        Title = "Neural collapse",
        Explanation =
            "Measured on the unmixed training set, except for NC1 mixed (samples mixed within their class) and the columns of the test " +
            "set. All but NC4 are 0 at perfect collapse; NC4, the agreement with the nearest class mean, is then 100 %.",
        Columns =
        [
            (WithinClassVariability.OnTrain, "NC1"), (WithinClassVariability.OnMixed, "NC1 mixed"), (WithinClassVariability.OnTest, "NC1 test"), (Equinorm.OfMeans, "NC2 norms"),
            (Equiangularity.OfMeans, "NC2 angles"), (SelfDuality.OnTrain, "NC3"), (NearestClassCentre.AgreementOnTrain, "NC4 (%)"),
            (NearestClassCentre.AgreementOnTest, "NC4 test (%)"),
        ],
        NotAlone = [SelfDuality.OnTrain],
    };

    private static readonly ResultsTable Closed = new()
    {
        Title = "Distance from the predicted optimum",
        Explanation =
            "These cells train the unconstrained features model (UFM). Errors are the largest deviations over λ from its optimum; 0 " +
            "when it was reached.",
        Columns =
        [
            (MeanLoss.Objective, "Train loss, as trained on"), (MixedMetrics.Mu, "μ"), (MixedMetrics.PredictedMu, "Pred. μ"), (MixedMetrics.AmplificationAtHalf, "A at ½"),
            (MixedMetrics.AlphaError, "Error of α"), (MixedMetrics.BetaError, "Error of β"), (MixedMetrics.AmplificationError, "Error of A"),
        ],
        NotAlone = [MeanLoss.Objective, MixedMetrics.Mu, MixedMetrics.PredictedMu, MixedMetrics.AmplificationAtHalf],
    };

    /// <summary>What the argument needs of an experiment, in one table.</summary>
    public static ResultsTable Main { get; } = new()
    {
        Title = "Main numbers",
        IsDense = true,
        Explanation =
            "Collapse is measured on the unmixed training samples: NC1 to NC3 are 0 at perfect collapse, and NC4, the agreement with the nearest class mean, is 100 %. Means are arithmetic. ECE scaled is the " +
            "calibration error of the softmax after temperature scaling on the validation images; that of losses which are not likelihoods says little before it.",
        Columns =
        [
            (WithinClassVariability.OnTrain, "NC1"), (Equiangularity.OfMeans, "NC2 angles"), (SelfDuality.OnTrain, "NC3"), (NearestClassCentre.AgreementOnTrain, "NC4 (%)"),
            (MixedMetrics.AmplificationAtHalf, "A at ½"), (Accuracy.OnTrain, "Train acc. (%)"), (Accuracy.OnTest, "Test acc. (%)"), (TemperatureScaling.ScaledError, "ECE scaled (%)"),
        ],
    };

    /// <summary>Those of which anything was measured.</summary>
    public static IReadOnlyList<Table> Of(ExperimentSummary summary, Counter numbers) =>
        [.. new[] { Performance, Collapse, Closed }.Select(t => t.Of(summary, numbers)).OfType<Table>()];
}

/// <summary>Some main numbers of an experiment after the last epoch, a row for each point of the matrix.</summary>
internal sealed record ResultsTable
{
    private const string Averages = "Mean over n seeds, with the sample standard deviation below it where there are several.";

    /// <summary>Its title goes on with the name of the experiment.</summary>
    public required string Title { get; init; }

    public required string Explanation { get; init; }

    /// <summary>Whether its rows are set close together.</summary>
    public bool IsDense { get; init; }

    /// <summary>The columns, by metric, with heads that suit narrow ones.</summary>
    public required IReadOnlyList<(Metric Metric, string Head)> Columns { get; init; }

    /// <summary>The table is printed where any of its columns but these was measured; they belong to another one as well.</summary>
    public IReadOnlyList<Metric> NotAlone { get; init; } = [];

    /// <returns>Null when no cell measured what the table is for.</returns>
    public Table? Of(ExperimentSummary summary, Counter numbers)
    {
        var columns = Columns.Where(c => summary.Groups.Any(g => g.Find(c.Metric.Name) is not null)).ToList();
        var counts = summary.Diverged.Count > 0;
        var rows = summary.Groups.SelectMany(g => columns.Select(c => g.Find(c.Metric.Name))).OfType<SummaryRow>();
        return columns.All(c => NotAlone.Contains(c.Metric)) ? null : new()
        {
            Number = numbers.Next(),
            IsDense = IsDense,
            Title = $"{Title} of {summary.Plan.Experiment} after the last epoch.",
            Explanation = $"{Averages} {Explanation}{MetricText.Note(rows)}{(counts ? " div.: cells whose training diverged; they are in no mean." : "")}",
            Columns = [.. AxisColumns.Of(summary), new("n", 0.4f, true), .. counts ? [new("div.", 0.5f, true)] : Array.Empty<TableColumn>(), .. columns.Select(c => new TableColumn(c.Head, 1, true))],
            Rows = [.. summary.Groups.Select(g => Row(summary, g, [.. columns.Select(c => c.Metric)]))],
        };
    }

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary, SummaryGroup group, IReadOnlyList<Metric> metrics) =>
    [
        .. AxisColumns.Entries(summary, group),
        TableEntry.Of($"{Printed.Of(Numbers.Format(group.Cells.Count), Statistics.N, Series.Of(summary, group, group.Metrics[0].Metric))}"),
        .. summary.Diverged.Count > 0 ? [new(Numbers.Format(summary.DivergedAt(group)))] : Array.Empty<TableEntry>(),
        .. metrics.Select(m => Entry(m, group.Find(m.Name), Series.Of(summary, group, m.Name))),
    ];

    private static TableEntry Entry(Metric metric, SummaryRow? row, Series series)
    {
        if (row is null)
            return new("-");
        var mean = Printed.Of(MetricText.Mean(metric, row.Mean), Statistics.Mean, series);
        return row.StandardDeviation is { } deviation && double.IsFinite(row.Mean)
            ? TableEntry.Of($"{mean}", $"± {Printed.Of(MetricText.Deviation(metric, row.Mean, deviation), Statistics.Deviation, series)}")
            : TableEntry.Of($"{mean}");
    }
}
