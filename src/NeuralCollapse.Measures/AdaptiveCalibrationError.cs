namespace NeuralCollapse.Measures;

/// <summary>
/// Adaptive ECE (Nguyen and O'Connor 2015; Mukhoti et al. 2020): the expected calibration error of the top label with bins of equal
/// count instead of equal width, so that no bin is empty and none holds nearly everything.
/// </summary>
public static class AdaptiveCalibrationError
{
    public static Metric OnTest { get; } = new()
    {
        Name = "test-adaptive-ece",
        Title = "Test adaptive ECE",
        IsFraction = true,
        Meaning = "Calibration error on the test samples over 15 bins of equal count instead of equal width.",
        Value = measured => measured.Test?.Logits is { } logits ? Of(logits) : null,
    };

    /// <summary>The error of softmax outputs, in [0, 1].</summary>
    /// <param name="logits">N samples.</param>
    /// <param name="bins">Number of bins, at least 1; N of them where there are fewer samples. Their counts differ by at most 1.</param>
    /// <exception cref="ArgumentException">No bin, or a logit that is not a number.</exception>
    public static double Of(LabelledLogits logits, int bins = ReliabilityBins.DefaultBins)
    {
        var (confidences, correct) = ReliabilityBins.Predictions(logits);
        return Of(confidences, correct, bins);
    }

    /// <summary>The error of predictions with given confidences; equal ones are taken in the order given. NaN for no prediction.</summary>
    /// <param name="confidences">Confidence of each prediction, in [0, 1].</param>
    /// <param name="correct">Whether each prediction is right.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, no bin, or a confidence outside [0, 1].</exception>
    public static double Of(double[] confidences, bool[] correct, int bins = ReliabilityBins.DefaultBins)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        ArgumentNullException.ThrowIfNull(correct);
        _ = ReliabilityBins.From(confidences, correct, bins); // for its checks
        var order = Enumerable.Range(0, confidences.Length).OrderBy(i => confidences[i]).ToArray();
        var sum = 0.0;
        for (var bin = 0; bin < bins; bin++)
        {
            var (first, end) = ((long)order.Length * bin / bins, (long)order.Length * (bin + 1) / bins);
            var gap = 0.0;
            for (var at = first; at < end; at++)
                gap += confidences[order[at]] - (correct[order[at]] ? 1 : 0);
            sum += Math.Abs(gap);
        }
        return sum / order.Length;
    }
}
