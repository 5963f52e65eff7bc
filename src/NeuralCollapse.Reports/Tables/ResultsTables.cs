using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The tables of main numbers, each narrow enough for a page.</summary>
internal static class ResultsTables
{
    private static readonly ResultsTable Performance = new()
    {
        Title = "Performance and calibration",
        Explanation =
            "The first loss is the mean over the last epoch as trained on, of mixed samples where the cell mixes: there cross-entropy cannot " +
            "fall below the mean entropy of the mixed targets. The test loss is the loss of the cell, NLL the cross-entropy of the softmax " +
            "whatever the loss. The confidence gap is confidence less accuracy; ECE scaled is after temperature scaling on validation images.",
        Columns =
        [
            ("objective", "Train loss, as trained on"), ("train-accuracy", "Train acc. (%)"), ("test-accuracy", "Test acc. (%)"),
            ("test-loss", "Test loss"), ("test-nll", "Test NLL"), ("test-ece", "Test ECE (%)"), ("test-ece-scaled", "ECE scaled (%)"),
            ("test-confidence-gap", "Conf. gap (%)"),
        ],
        NotAlone = ["objective"],
    };

    private static readonly ResultsTable Collapse = new()
    {
        Title = "Neural collapse",
        Explanation =
            "Of the unmixed training set but for the columns that name mixed samples of one class or the test set. All but NC4 are 0 at perfect " +
            "collapse; NC4, agreement with the nearest class mean, is 100 %.",
        Columns =
        [
            ("nc1", "NC1"), ("mixed-nc1", "NC1 mixed"), ("test-nc1", "NC1 test"), ("nc2-equinorm-means", "NC2 norms"),
            ("nc2-equiangular-means", "NC2 angles"), ("nc3-distance-squared", "NC3"), ("nc4-agreement", "NC4 (%)"),
            ("test-nc4-agreement", "NC4 test (%)"),
        ],
        NotAlone = ["nc3-distance-squared"],
    };

    private static readonly ResultsTable Closed = new()
    {
        Title = "Distance from the closed form",
        Explanation =
            "Features are free here. The errors are the largest deviations over λ from the optimum of the unconstrained features model; 0 when " +
            "it was reached.",
        Columns =
        [
            ("objective", "Train loss, as trained on"), ("mu", "μ"), ("predicted-mu", "Pred. μ"), ("amplification", "A at ½"),
            ("alpha-error", "Error of α"), ("beta-error", "Error of β"), ("amplification-error", "Error of A"),
        ],
        NotAlone = ["objective", "mu", "predicted-mu", "amplification"],
    };

    /// <summary>Those of which anything was measured.</summary>
    public static IReadOnlyList<Table> Of(ExperimentSummary summary, Counter numbers) =>
        [.. new[] { Performance, Collapse, Closed }.Select(t => t.Of(summary, numbers)).OfType<Table>()];
}
