namespace NeuralCollapse.Specs;

/// <summary>Whether and how pairs of samples are mixed during training.</summary>
public abstract record MixupSpec;

/// <summary>Every sample is trained on as it is.</summary>
[Kind("none")]
public sealed record NoMixup : MixupSpec;

/// <summary>A mixup that draws a share lambda ~ Beta(alpha, alpha) for random pairs of a batch.</summary>
public interface IPairMixup
{
    /// <summary>Both parameters of the Beta distribution.</summary>
    double Alpha { get; }

    /// <summary>What shares one lambda.</summary>
    LambdaScope Per { get; }

    /// <summary>Which samples make a pair.</summary>
    PartnerChoice Partner { get; }
}

/// <summary>Inputs and losses of random pairs are mixed with lambda ~ Beta(alpha, alpha) (Zhang et al. 2018, section 2).</summary>
[Kind("mixup")]
public sealed record Mixup : MixupSpec, IPairMixup, IChecked
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

    /// <summary>
    /// K, mixtures of each training sample with others of the training set, drawn once and trained on in turn, one an epoch: a finite set,
    /// which a network can learn by heart, as the unconstrained features model does. Each has a lambda of its own. Default: 0, drawn anew at
    /// every step.
    /// </summary>
    [Range(0, 100_000)]
    public int Mixtures { get; init; }

    public IEnumerable<Objection> Objections()
    {
        if (Mixtures > 0 && Per != LambdaScope.Sample)
            yield return new("per", "sample, for each of a fixed number of mixtures has a lambda of its own", "batch");
    }
}

/// <summary>
/// CutMix (Yun et al. 2019, algorithm A1): a rectangle of each image is replaced by that of its partner, and losses are mixed by the part of the
/// image that is left. The rectangle has the proportions of the image and the part 1 - lambda of its area, lambda ~ Beta(alpha, alpha), about a
/// centre that is uniform over the image; what sticks out is cut off.
/// </summary>
[Kind("cutmix")]
public sealed record CutMix : MixupSpec, IPairMixup
{
    /// <summary>Both parameters of the Beta distribution; 1 is uniform.</summary>
    [Range(1e-3, 1e3), Usual("1", Source = "Yun et al. 2019")]
    public required double Alpha { get; init; }

    /// <summary>What shares one lambda and one rectangle. Default: batch.</summary>
    public LambdaScope Per { get; init; }

    /// <summary>Which samples make a pair. Default: any.</summary>
    public PartnerChoice Partner { get; init; }
}

/// <summary>
/// Manifold mixup (Verma et al. 2019, section 2): what random pairs have become after a layer is mixed with lambda ~ Beta(alpha, alpha), and so
/// are their losses. The layer is drawn anew for every batch.
/// </summary>
[Kind("manifold")]
public sealed record ManifoldMixup : MixupSpec, IPairMixup, IChecked
{
    /// <summary>Both parameters of the Beta distribution; 1 is uniform.</summary>
    [Range(1e-3, 1e3), Usual("2", Source = "Verma et al. 2019")]
    public required double Alpha { get; init; }

    /// <summary>
    /// Layers to draw from, strictly increasing: 0 is the images, l the output of the l-th layer, in the order in which <c>measure.layers</c> has
    /// them; the last one's is the features, but for the mean over the image.
    /// </summary>
    [Range(0, 10_000), Usual("[0, 1, 2]", Source = "Verma et al. 2019")]
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>What shares one lambda. Default: batch.</summary>
    public LambdaScope Per { get; init; }

    /// <summary>Which samples make a pair. Default: any.</summary>
    public PartnerChoice Partner { get; init; }

    public IEnumerable<Objection> Objections() => Objection.UnlessIncreasing("layers", Layers);
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
