using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>
/// Huber's error between the logits and kappa times the one-hot label, divided by beta: r^2 / (2 beta) where |r| is below beta,
/// |r| - beta / 2 beyond (Girshick 2015, equation 3, with beta 1). Averaged over samples and classes.
/// </summary>
[Kind("smooth-l1")]
public sealed record SmoothL1Loss : LossSpec
{
    /// <summary>Where the square turns into the absolute value.</summary>
    [Range(1e-6, 1e6), Usual("1", Source = "Girshick 2015")]
    public required double Beta { get; init; }

    /// <summary>Scale of the target.</summary>
    [Range(1e-6, 1e6), Usual("1", Source = "one-hot targets")]
    public required double Kappa { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target) =>
        Mean(logits, target, (z, share) => Math.Abs(z - (Kappa * share)) is var r && r < Beta ? r * r / (2 * Beta) : r - (Beta / 2));

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        SmoothAbsoluteErrorOptimum.Of(model, lambda, Kappa, Beta, Form, offset);
}
