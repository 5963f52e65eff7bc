using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Cross-entropy of the softmax; with smoothing s the target is (1 - s) one-hot + s/C (Szegedy et al. 2016, section 7).</summary>
[Kind("cross-entropy")]
public sealed record CrossEntropyLoss : LossSpec
{
    /// <summary>Label smoothing. Default: 0, none.</summary>
    [Range(0.0, 0.999)]
    public double Smoothing { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target)
    {
        var even = Smoothing / logits.Length;
        return OverSoftmax(logits, target, (log, share) => -(((1 - Smoothing) * share) + even) * log);
    }

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        CrossEntropyOptimum.Of(model, lambda, Smoothing);
}
