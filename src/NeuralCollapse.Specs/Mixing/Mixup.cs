namespace NeuralCollapse.Specs;

/// <summary>Inputs and losses of random pairs are mixed with lambda ~ Beta(alpha, alpha) (Zhang et al. 2018, section 2).</summary>
[Kind("mixup")]
public sealed record Mixup : MixupSpec
{
    /// <summary>Both parameters of the Beta distribution; 1 is uniform.</summary>
    [Range(1e-3, 1e3), Usual("1", Source = "lambda is uniform")]
    public required double Alpha { get; init; }

    /// <summary>What shares one lambda. Default: batch.</summary>
    public LambdaScope Per { get; init; }

    /// <summary>Which samples make a pair. Default: any.</summary>
    public PartnerChoice Partner { get; init; }

    /// <summary>What is mixed. Default: inputs-and-targets.</summary>
    public MixedParts Apply { get; init; }
}
