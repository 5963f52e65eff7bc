using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Predicted and measured geometry of mixed samples, a row for each group that theory says something of.</summary>
internal static class PredictionsTable
{
    private const int Decimals = 3;

    private static readonly TableEntry None = new("-");

    public static Table Of(ExperimentSummary summary, IReadOnlyList<GroupPrediction> predictions, int number) => new()
    {
        Number = number,
        Title = "Predicted and measured geometry of mixed samples.",
        Explanation =
            "Means over n seeds after the last epoch, with the sample standard deviation below. A is α + β in units of the α of " +
            "same-class samples; theory is the optimum of the unconstrained features model (UFM) at the μ that gives each seed's α of " +
            "same-class samples, and n counts the seeds for which there is one. The distance is that from the predicted features, " +
            "averaged over λ, in lengths of the predicted feature of an unmixed sample; thickness is the part of a feature's length outside the " +
            $"plane of its two classifiers. Rule: a quantity agrees when it is within {Numbers.Format(Comparison.Tolerance)} of theory by two " +
            "one-sided t tests at 5 %, seed by seed; it fails when it is further away by a t test at 5 %; otherwise, and below 3 seeds, the " +
            "verdict is undecided. The worse of A and β/α decides. A dash for A means that theory leaves A at λ = ½ open.",
        Columns =
        [
            .. AxisColumns.Of(summary),
            new("n", 0.35f, true),
            new("A at ½", 0.8f, true),
            new("theory", 0.7f, true),
            new("β/α at ¾", 0.8f, true),
            new("theory", 0.7f, true),
            new("Distance", 0.9f, true),
            new("Thick-\nness at ½", 0.9f, true),
            new("Verdict", 2.3f, false),
        ],
        Rows = [.. predictions.Select(p => Row(summary, p))],
    };

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary, GroupPrediction prediction) =>
    [
        .. AxisColumns.Entries(summary, prediction.Group),
        TableEntry.Of($"{Printed.Of(Numbers.Format(prediction.Seeds), Statistics.N, prediction.Comparisons[0].Series.Predicted)}"),
        Entry(prediction.Amplification?.Measured, prediction.Amplification?.Series.Measured),
        Mean(prediction.Amplification?.Predicted, prediction.Amplification?.Series.Predicted),
        Entry(prediction.Ratio?.Measured, prediction.Ratio?.Series.Measured),
        Mean(prediction.Ratio?.Predicted, prediction.Ratio?.Series.Predicted),
        Entry(prediction.Distance?.Row, prediction.Distance?.Series),
        Entry(prediction.Thickness?.Row, prediction.Thickness?.Series),
        Judged(prediction),
    ];

    private static TableEntry Judged(GroupPrediction prediction) => prediction.Verdict switch
    {
        Verdict.Met => new("agrees"),
        Verdict.Undecided => TableEntry.Of($"undecided", prediction.Misses),
        _ => TableEntry.Of($"fails", prediction.Misses),
    };

    private static TableEntry Entry(SummaryRow? row, Series? series) => row is { StandardDeviation: { } deviation }
        ? TableEntry.Of($"{Text(row.Mean, Statistics.Mean, series)}", $"± {Text(deviation, Statistics.Deviation, series)}")
        : Mean(row, series);

    private static TableEntry Mean(SummaryRow? row, Series? series) => row is null ? None : TableEntry.Of($"{Text(row.Mean, Statistics.Mean, series)}");

    private static Printed Text(double value, string statistic, Series? series) => Printed.Of(Numbers.Fixed(value, Decimals), statistic, series!);
}
