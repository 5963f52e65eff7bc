namespace NeuralCollapse.Specs;

/// <summary>Absolute error between the logits and kappa times the one-hot label, averaged over samples and classes.</summary>
[Kind("mae")]
public sealed record MaeLoss : LossSpec
{
    /// <summary>Scale of the target.</summary>
    [Range(1e-6, 1e6)]
    public required double Kappa { get; init; }
}
