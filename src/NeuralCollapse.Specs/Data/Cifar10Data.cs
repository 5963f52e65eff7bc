namespace NeuralCollapse.Specs;

/// <summary>CIFAR-10 from its official binary files; the first images of each split when fewer than all are asked for.</summary>
[Kind("cifar10")]
public sealed record Cifar10Data : DataSpec
{
    /// <summary>Training images to use, from the first on. Default: all 50,000.</summary>
    [Range(10, 50_000)]
    public override int Train { get; init; } = 50_000;

    /// <summary>Test images to use, from the first on. Default: all 10,000.</summary>
    [Range(10, 10_000)]
    public override int Test { get; init; } = 10_000;

    private protected override int Available => 50_000;
}
