namespace NeuralCollapse.Specs;

/// <summary>
/// Ten classes of procedurally drawn symbols, 28 x 28, one channel: a pure function of (seed, split, index), the same bytes everywhere.
/// Every cell of every experiment sees the same images: they do not depend on the cell's seed.
/// </summary>
[Kind("glyphs")]
public sealed record GlyphsData : DataSpec
{
    /// <summary>Training images, spread evenly over the classes.</summary>
    [Range(10, 1_000_000), Usual("1536", Source = "as experiments/quick")]
    public required override int Train { get; init; }

    /// <summary>Test images, spread evenly over the classes.</summary>
    [Range(10, 1_000_000), Usual("1024")]
    public required override int Test { get; init; }

    private protected override bool MayFlip => false;
}
