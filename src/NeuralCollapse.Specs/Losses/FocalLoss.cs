using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Focal loss -(1 - p_y)^gamma log p_y (Lin et al. 2017, equation 4); gamma 0 is cross-entropy.</summary>
[Kind("focal")]
public sealed record FocalLoss : LossSpec
{
    /// <summary>Focusing exponent.</summary>
    [Range(0.0, 100.0), Usual("3", Source = "Mukhoti et al. 2020")]
    public required double Gamma { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target) =>
        OverSoftmax(logits, target, (log, share) => share == 0 ? 0 : -share * Math.Pow(1 - Math.Exp(log), Gamma) * log);

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        FocalOptimum.Of(model, lambda, Gamma);
}
