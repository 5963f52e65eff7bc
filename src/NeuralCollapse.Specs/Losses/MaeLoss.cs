using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Absolute error between the logits and kappa times the one-hot label, averaged over samples and classes.</summary>
[Kind("mae")]
public sealed record MaeLoss : LossSpec
{
    /// <summary>Scale of the target.</summary>
    [Range(1e-6, 1e6), Usual("1", Source = "one-hot targets")]
    public required double Kappa { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target) =>
        Mean(logits, target, (z, share) => Math.Abs(z - (Kappa * share)));

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        AbsoluteErrorOptimum.Of(model, lambda, Kappa, Form, offset);

    /// <summary>Between its two labels, half each, the absolute error has no preference.</summary>
    public override bool IsOpen(double lambda) => Mix == LossMixing.Loss && lambda == 0.5;
}
