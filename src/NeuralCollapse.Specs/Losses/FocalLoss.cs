namespace NeuralCollapse.Specs;

/// <summary>Focal loss -(1 - p_y)^gamma log p_y (Lin et al. 2017, equation 4); gamma 0 is cross-entropy.</summary>
[Kind("focal")]
public sealed record FocalLoss : LossSpec
{
    /// <summary>Focusing exponent.</summary>
    [Range(0.0, 100.0)]
    public required double Gamma { get; init; }
}
