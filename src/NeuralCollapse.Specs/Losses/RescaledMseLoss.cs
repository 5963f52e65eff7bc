using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>
/// Rescaled square loss (k (z_y - m)^2 + sum over j other than y of z_j^2) / C (Hui and Belkin 2021, section 4), for many classes.
/// Against a target t that is not one-hot: sum over j of (1 + (k - 1) t_j) (z_j - m t_j)^2 / C.
/// </summary>
[Kind("rescaled-mse")]
public sealed record RescaledMseLoss : LossSpec
{
    /// <summary>Weight of the label's own logit.</summary>
    [Range(1e-6, 1e6), Usual("1")]
    public required double K { get; init; }

    /// <summary>Target of the label's own logit.</summary>
    [Range(1e-6, 1e6), Usual("15", Source = "as experiments/cifar100")]
    public required double M { get; init; }

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target) =>
        Mean(logits, target, (z, share) => (1 + ((K - 1) * share)) * Math.Pow(z - (M * share), 2));

    public override MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        RescaledSquaredErrorOptimum.Of(model, lambda, K, M, Form, offset);
}
