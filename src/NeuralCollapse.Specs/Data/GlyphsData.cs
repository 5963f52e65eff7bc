namespace NeuralCollapse.Specs;

/// <summary>
/// Ten classes of drawn symbols, 28 x 28, grey: a pure function of split and index, the same bytes everywhere, in every experiment and for
/// every seed.
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

    /// <inheritdoc/>
    public override int? KnownClasses => 10;

    private protected override bool MayFlip => false;
}
