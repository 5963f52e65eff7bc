namespace NeuralCollapse.Specs;

/// <summary>Squared error between the logits and kappa times the one-hot label, averaged over samples and classes.</summary>
[Kind("scaled-mse")]
public sealed record ScaledMseLoss : LossSpec
{
    /// <summary>Scale of the target.</summary>
    [Range(1e-6, 1e6)]
    public required double Kappa { get; init; }
}
