namespace NeuralCollapse.Specs;

/// <summary>Fashion-MNIST from its official IDX files; the first images of each split when fewer than all are asked for.</summary>
[Kind("fashion-mnist")]
public sealed record FashionMnistData : DataSpec
{
    /// <summary>Training images to use, from the first on. Default: all 60,000.</summary>
    [Range(10, 60_000)]
    public override int Train { get; init; } = 60_000;

    /// <summary>Test images to use, from the first on. Default: all 10,000.</summary>
    [Range(10, 10_000)]
    public override int Test { get; init; } = 10_000;

    private protected override int Available => 60_000;
}
