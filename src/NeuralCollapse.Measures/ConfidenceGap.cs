namespace NeuralCollapse.Measures;

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
        Meaning = "Mean confidence less accuracy of the test samples: above 0 overconfident, below 0 underconfident.",
        Value = measured => measured.Test?.Reliability is { } bins ? Of(bins) : null,
    };

    /// <summary>The gap of a reliability table; NaN when it holds no prediction.</summary>
    public static double Of(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        return bins.Sum(bin => bin.Count == 0 ? 0 : bin.Count * (bin.MeanConfidence - bin.Accuracy)) / bins.Sum(bin => bin.Count);
    }

    /// <summary>The gap of softmax outputs.</summary>
    /// <exception cref="ArgumentException">A logit is not a number.</exception>
    public static double Of(LabelledLogits logits) => Of(ReliabilityBins.From(logits));
}
