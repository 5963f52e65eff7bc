namespace NeuralCollapse.Specs;

/// <summary>Whether and how pairs of samples are mixed during training.</summary>
public abstract record MixupSpec;

/// <summary>Every sample is trained on as it is.</summary>
[Kind("none")]
public sealed record NoMixup : MixupSpec;

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

/// <summary>What shares one lambda.</summary>
public enum LambdaScope
{
    /// <summary>All samples of a step.</summary>
    Batch,

    /// <summary>Nothing, every sample of a step has its own.</summary>
    Sample,
}

/// <summary>Which sample of the batch is mixed into another.</summary>
public enum PartnerChoice
{
    /// <summary>Any, the sample itself included: a random permutation of the batch.</summary>
    Any,

    /// <summary>
    /// One of the same class, the sample itself included: a random permutation within each class. The only sample of its class in a
    /// batch stays unmixed.
    /// </summary>
    SameClass,

    /// <summary>
    /// One of another class, drawn uniformly for each sample alone: one sample may be the partner of several. A batch of one class stays
    /// unmixed.
    /// </summary>
    DifferentClass,
}

/// <summary>What of a pair of samples is mixed.</summary>
public enum MixedParts
{
    /// <summary>Images and labels alike.</summary>
    InputsAndTargets,

    /// <summary>
    /// The labels alone, which is often taken for mixup and is none: the network sees clean images with mixed labels, a noisy label smoothing
    /// under which cross-entropy cannot fall below 1.677 for 10 classes and alpha 1, where the floor of mixup is 0.45.
    /// </summary>
    TargetsOnly,
}
