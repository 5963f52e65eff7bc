namespace NeuralCollapse.Specs;

/// <summary>
/// Inputs and losses of random pairs are mixed with one lambda ~ Beta(alpha, alpha) for each batch (Zhang et al. 2018, section 2).
/// </summary>
[Kind("mixup")]
public sealed record Mixup : MixupSpec
{
    /// <summary>Both parameters of the Beta distribution; 1 is uniform.</summary>
    [Range(1e-3, 1e3)]
    public required double Alpha { get; init; }
}
