using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Squared error between the logits and kappa times the one-hot label, averaged over samples and classes.</summary>
[Kind("scaled-mse")]
public sealed record ScaledMseLoss : LossSpec
{
    /// <summary>Scale of the target.</summary>
    [Range(1e-6, 1e6), Usual("1", Source = "one-hot targets")]
    public required double Kappa { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target) =>
        Mean(logits, target, (z, share) => Math.Pow(z - (Kappa * share), 2));

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        SquaredErrorOptimum.Of(model, lambda, Kappa);
}
