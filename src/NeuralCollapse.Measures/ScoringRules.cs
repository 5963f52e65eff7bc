namespace NeuralCollapse.Measures;

/// <summary>Cross-entropy of softmax outputs against the true labels, also called negative log-likelihood.</summary>
public static class CrossEntropy
{
    public static Metric OnTest { get; } = new()
    {
        Name = "test-nll",
        Title = "Test NLL",
        IsLogarithmic = true,
        Meaning = "Mean cross-entropy of the softmax of the test logits, in nats, whatever loss the cell is trained with.",
        Value = measured => measured.Test?.Logits is { } logits ? Of(logits) : null,
    };

    /// <summary>Mean over samples of ln sum_k exp(z_k) - z_y, in nats, 0 or more; uniform outputs give ln C.</summary>
    public static double Of(LabelledLogits logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var sum = 0.0;
        for (var i = 0; i < logits.Samples; i++)
            sum += Softmax.LogSumExp(logits[i]) - logits[i][logits.Labels[i]];
        return sum / logits.Samples;
    }
}

/// <summary>
/// The Brier score of softmax outputs over all classes (Brier 1950): the mean over samples of sum_c (p_c - [c = y])^2, in [0, 2]; uniform
/// outputs give 1 - 1/C.
/// </summary>
public static class BrierScore
{
    public static Metric OnTest { get; } = new()
    {
        Name = "test-brier",
        Title = "Test Brier score",
        Meaning =
            "Mean squared distance between the softmax outputs and the one-hot label on the test samples, in [0, 2]; uniform outputs " +
            "give 1 - 1/C.",
        Value = measured => measured.Test?.Logits is { } logits ? Of(logits) : null,
    };

    /// <summary>The score; 0 for certain and right predictions.</summary>
    public static double Of(LabelledLogits logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var sum = 0.0;
        for (var i = 0; i < logits.Samples; i++)
        {
            var probabilities = Softmax.Of(logits[i]);
            probabilities[logits.Labels[i]] -= 1;
            sum += EuclideanSpace.Dot(probabilities, probabilities);
        }
        return sum / logits.Samples;
    }
}
