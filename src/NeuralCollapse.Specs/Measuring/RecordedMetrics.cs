namespace NeuralCollapse.Specs;

/// <summary>The names of what is recorded of a cell after each measured epoch, in the order of recording.</summary>
public static class RecordedMetrics
{
    private static readonly string[] OfPredictions =
    [
        "objective", "train-loss", "train-accuracy", "train-ece", "test-loss",
        "test-accuracy", "test-ece", "test-adaptive-ece", "test-confidence-gap", "test-nll", "test-brier",
    ];

    private static readonly string[] OfHeldOutImages = ["validation-loss", "validation-accuracy", "temperature", "test-ece-scaled"];

    private static readonly string[] OfCollapse =
    [
        "nc1", "nc1-quotient", "cdnv",
        "nc2-equinorm-means", "nc2-equiangular-means", "nc2-equinorm-weights", "nc2-equiangular-weights",
        "nc2-etf-means", "nc2-etf-weights", "nc2-etf-weights-centred", "gnc2-log-mean", "gnc2-log-variance",
        "nc3-structure", "nc3-structure-centred", "nc3-distance-squared", "nc3-cosine-distance",
        "nc4-agreement", "nearest-centre-accuracy", "feature-norm", "mean-norm", "weight-norm", "global-mean-logits",
        "test-nc1", "test-nc4-agreement", "test-nearest-centre-accuracy",
    ];

    private static readonly string[] OfMixedImages = ["mixed-nc1", "alpha-same", "mu", "amplification"];

    private static readonly string[] OfFreeFeatures =
        ["objective", "mu", "alpha-same", "amplification", "alpha-error", "beta-error", "amplification-error"];

    private static readonly string[] OfALearnedClassifier =
    [
        "predicted-mu", "nc2-equinorm-weights", "nc2-equiangular-weights", "nc3-structure", "nc3-distance-squared", "nc3-cosine-distance",
    ];

    /// <summary>Those of any cell.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. ((string[])[.. OfPredictions, .. OfHeldOutImages, .. OfCollapse, .. OfMixedImages, .. OfFreeFeatures, .. OfALearnedClassifier]).Distinct()];

    /// <summary>Those of one cell: some need images held out, mixed pairs, or a classifier that is learned.</summary>
    public static IReadOnlyList<string> Of(CellSpec cell) => cell.Model is UnconstrainedModel model
        ? [.. OfFreeFeatures, .. model.Classifier is LearnedClassifier ? OfALearnedClassifier : []]
        : [.. OfPredictions, .. cell.Data.Validation > 0 ? OfHeldOutImages : [], .. OfCollapse, .. cell.Measure.MixedPairs > 0 ? OfMixedImages : []];
}
