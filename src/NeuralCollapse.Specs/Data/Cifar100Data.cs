namespace NeuralCollapse.Specs;

/// <summary>CIFAR-100 from its official binary files; the first images of each split when fewer than all are asked for.</summary>
[Kind("cifar100")]
public sealed record Cifar100Data : DataSpec
{
    /// <summary>Training images to use, from the first on. Default: all 50,000.</summary>
    [Range(100, 50_000)]
    public override int Train { get; init; } = 50_000;

    /// <summary>Test images to use, from the first on. Default: all 10,000.</summary>
    [Range(100, 10_000)]
    public override int Test { get; init; } = 10_000;

    /// <summary>Which of its two labels is the class of an image. Default: fine.</summary>
    public Cifar100Labels Labels { get; init; } = Cifar100Labels.Fine;

    private protected override int Available => 50_000;
}
