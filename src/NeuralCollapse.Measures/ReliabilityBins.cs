namespace NeuralCollapse.Measures;

/// <summary>
/// The reliability table: predictions by top-label confidence, in bins of equal width (Guo et al. 2017). A bin is (lower, upper]:
/// confidence 0 belongs to the first and confidence 1 to the last.
/// </summary>
public static class ReliabilityBins
{
    /// <summary>How many bins by default: 15, as usual since Guo et al. 2017.</summary>
    public const int DefaultBins = 15;

    /// <summary>The table of predictions with given confidences.</summary>
    /// <param name="confidences">Confidence of each prediction, in [0, 1].</param>
    /// <param name="correct">Whether each prediction is right.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, no bin, or a confidence outside [0, 1].</exception>
    public static IReadOnlyList<ReliabilityBin> From(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct, int bins = DefaultBins)
    {
        if (confidences.Length != correct.Length || bins < 1)
        {
            throw new ArgumentException(
                "Expected as many outcomes as confidences and at least 1 bin, " +
                $"got {confidences.Length} confidences, {correct.Length} outcomes, {bins} bins.");
        }
        var (counts, confidence, hits) = (new int[bins], new double[bins], new int[bins]);
        for (var i = 0; i < confidences.Length; i++)
        {
            var bin = BinOf(confidences[i], bins);
            counts[bin]++;
            confidence[bin] += confidences[i];
            hits[bin] += correct[i] ? 1 : 0;
        }
        return [.. Enumerable.Range(0, bins).Select(bin => new ReliabilityBin
        {
            Lower = Edge(bin, bins),
            Upper = Edge(bin + 1, bins),
            Count = counts[bin],
            MeanConfidence = counts[bin] == 0 ? double.NaN : confidence[bin] / counts[bin],
            Accuracy = counts[bin] == 0 ? double.NaN : (double)hits[bin] / counts[bin],
        })];
    }

    /// <summary>The table of softmax outputs: the confidence is the largest probability, right when it is that of the label.</summary>
    /// <exception cref="ArgumentException">No bin, or a logit that is not a number.</exception>
    public static IReadOnlyList<ReliabilityBin> From(LabelledLogits logits, int bins = DefaultBins)
    {
        var (confidences, correct) = Predictions(logits);
        return From(confidences, correct, bins);
    }

    /// <summary>The largest probability of each sample, and whether it is that of the label.</summary>
    internal static (double[] Confidences, bool[] Correct) Predictions(LabelledLogits logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var (confidences, correct) = (new double[logits.Samples], new bool[logits.Samples]);
        for (var i = 0; i < logits.Samples; i++)
        {
            var predicted = Argmax.Of(logits[i]);
            confidences[i] = Softmax.Of(logits[i])[predicted];
            correct[i] = predicted == logits.Labels[i];
        }
        return (confidences, correct);
    }

    private static int BinOf(double confidence, int bins)
    {
        if (!(confidence >= 0 && confidence <= 1))
            throw new ArgumentException(FormattableString.Invariant($"Expected confidences in [0, 1], got {confidence}."));
        // Compared with the edges themselves: confidence * bins may round across one.
        var bin = 0;
        while (confidence > Edge(bin + 1, bins))
            bin++;
        return bin;
    }

    private static double Edge(int index, int bins) => (double)index / bins;
}

/// <summary>The predictions whose confidence lies in (Lower, Upper].</summary>
public sealed record ReliabilityBin
{
    /// <summary>Lower edge, excluded, but for confidence 0 in the first bin.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper edge, included.</summary>
    public required double Upper { get; init; }

    /// <summary>Predictions in the bin.</summary>
    public required int Count { get; init; }

    /// <summary>Mean confidence of the bin's predictions; NaN when it has none.</summary>
    public required double MeanConfidence { get; init; }

    /// <summary>Fraction of the bin's predictions that are right; NaN when it has none.</summary>
    public required double Accuracy { get; init; }
}
