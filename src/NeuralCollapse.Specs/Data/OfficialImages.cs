namespace NeuralCollapse.Specs;

/// <summary>
/// Images that are published with a split of their own: the first of each part where fewer than all are asked for. A set of them has a line
/// at the end of this file, and a row in the table of the files that it is published as.
/// </summary>
public abstract record OfficialImages : DataSpec
{
    private readonly bool mayFlip;

    /// <param name="train">Training images there are.</param>
    /// <param name="test">Test images there are.</param>
    /// <param name="classes">Classes there are; no fewer images than that can be asked for.</param>
    /// <param name="mayFlip">Whether a mirrored image is one of the same class.</param>
    protected OfficialImages(int train, int test, int classes, bool mayFlip = true) =>
        (Available, Train, Test, Classes, this.mayFlip) = (train, train, test, classes, mayFlip);

    /// <summary>Training images to use, from the first on. Default: all.</summary>
    [UpToDefault]
    public override int Train { get; init; }

    /// <summary>Test images to use, from the first on. Default: all.</summary>
    [UpToDefault]
    public override int Test { get; init; }

    /// <summary>Classes there are.</summary>
    public int Classes { get; }

    /// <inheritdoc/>
    public override int? KnownClasses => Classes;

    private protected sealed override int Available { get; }

    private protected sealed override bool MayFlip => mayFlip;
}

/// <summary>MNIST (LeCun, Bottou, Bengio and Haffner 1998) from its official IDX files: digits, 28 x 28, grey.</summary>
[Kind("mnist")]
public sealed record MnistData() : OfficialImages(60_000, 10_000, classes: 10, mayFlip: false);

/// <summary>Fashion-MNIST (Xiao, Rasul and Vollgraf 2017) from its official IDX files: clothes, 28 x 28, grey.</summary>
[Kind("fashion-mnist")]
public sealed record FashionMnistData() : OfficialImages(60_000, 10_000, classes: 10);

/// <summary>Kuzushiji-MNIST (Clanuwat et al. 2018) from its official IDX files: cursive Japanese characters, 28 x 28, grey.</summary>
[Kind("kmnist")]
public sealed record KmnistData() : OfficialImages(60_000, 10_000, classes: 10, mayFlip: false);

/// <summary>CIFAR-10 (Krizhevsky 2009) from its official binary files: photographs, 32 x 32, colour.</summary>
[Kind("cifar10")]
public sealed record Cifar10Data() : OfficialImages(50_000, 10_000, classes: 10);

/// <summary>CIFAR-100 (Krizhevsky 2009) from its official binary files: photographs, 32 x 32, colour.</summary>
[Kind("cifar100")]
public sealed record Cifar100Data() : OfficialImages(50_000, 10_000, classes: 100)
{
    /// <summary>Which of its two labels is the class of an image. Default: fine.</summary>
    public Cifar100Labels Labels { get; init; } = Cifar100Labels.Fine;

    /// <inheritdoc/>
    public override int? KnownClasses => Labels == Cifar100Labels.Coarse ? 20 : Classes;
}

/// <summary>Which of the two labels of a CIFAR-100 image is its class.</summary>
public enum Cifar100Labels
{
    /// <summary>100 classes.</summary>
    Fine,

    /// <summary>20 superclasses of five classes each.</summary>
    Coarse,
}
