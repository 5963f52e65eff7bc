namespace NeuralCollapse.Measures;

/// <summary>The last layer: logits W h + b of a feature h.</summary>
public sealed record Classifier
{
    /// <summary>A layer with bias.</summary>
    /// <param name="weights">W, row-major: C x D. Kept, not copied.</param>
    /// <param name="bias">b, C components. Kept, not copied.</param>
    /// <exception cref="ArgumentException">Fewer than 2 classes, or weights that are not C whole rows.</exception>
    public Classifier(double[] weights, double[] bias)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(bias);
        if (bias.Length < 2 || weights.Length == 0 || weights.Length % bias.Length != 0)
        {
            throw new ArgumentException(
                $"Expected C x D weights for at least 2 classes, got {weights.Length} weights and {bias.Length} biases.", nameof(weights));
        }
        (Weights, Bias) = (new VectorSet(weights, weights.Length / bias.Length), bias);
    }

    /// <summary>W: one row w_c for each class.</summary>
    public VectorSet Weights { get; }

    /// <summary>b: one component for each class.</summary>
    public double[] Bias { get; }

    /// <summary>C, the number of classes.</summary>
    public int Classes => Bias.Length;

    /// <summary>W h + b.</summary>
    public double[] Logits(ReadOnlySpan<double> feature)
    {
        var logits = new double[Classes];
        for (var c = 0; c < Classes; c++)
            logits[c] = EuclideanSpace.Dot(Weights[c], feature) + Bias[c];
        return logits;
    }
}
