namespace NeuralCollapse.Measures;

/// <summary>
/// ECE, expected calibration error (Guo et al. 2017, equation 3): sum over bins of (count/N) |accuracy - mean confidence|. Of the top
/// label, with the l1 norm.
/// </summary>
public static class ExpectedCalibrationError
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "train-ece",
        Title = "Train ECE",
        IsFraction = true,
        Meaning =
            "Expected calibration error on the training samples: mean distance between confidence and accuracy over 15 bins of equal " +
            "width.",
        Value = measured => measured.Train?.Logits is { } logits ? Of(logits) : null,
    };

    public static Metric OnTest { get; } = new()
    {
        Name = "test-ece",
        Title = "Test ECE",
        IsFraction = true,
        Meaning =
            "Expected calibration error on the test samples: mean distance between confidence and accuracy over 15 bins of equal width.",
        Value = measured => measured.Test?.Reliability is { } bins ? Of(bins) : null,
    };

    /// <summary>ECE of a reliability table, in [0, 1]; NaN when the table holds no prediction.</summary>
    public static double Of(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var sum = 0.0;
        foreach (var bin in bins)
            sum += bin.Count == 0 ? 0 : bin.Count * Math.Abs(bin.Accuracy - bin.MeanConfidence);
        return sum / bins.Sum(bin => bin.Count);
    }

    /// <summary>ECE of softmax outputs, in [0, 1], with 15 bins.</summary>
    /// <exception cref="ArgumentException">A logit is not a number.</exception>
    public static double Of(LabelledLogits logits) => Of(ReliabilityBins.From(logits));
}

/// <summary>
/// Mean top-label confidence less accuracy, in [-1, 1]: above 0 the network is overconfident, below 0 underconfident, which the expected
/// calibration error does not tell apart.
/// </summary>
public static class ConfidenceGap
{
    public static Metric OnTest { get; } = new()
    {
        Name = "test-confidence-gap",
        Title = "Test confidence gap",
        IsFraction = true,
        Meaning = "Mean confidence minus accuracy on the test samples: overconfident above 0, underconfident below.",
        Value = measured => measured.Test?.Reliability is { } bins ? Of(bins) : null,
    };

    /// <summary>The gap of a reliability table; NaN when it holds no prediction.</summary>
    public static double Of(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        return bins.Sum(bin => bin.Count == 0 ? 0 : bin.Count * (bin.MeanConfidence - bin.Accuracy)) / bins.Sum(bin => bin.Count);
    }
}
