namespace NeuralCollapse.Specs;

/// <summary>Which images a cell is trained and tested on. Class counts and image sizes come from the data themselves.</summary>
public abstract record DataSpec
{
    /// <summary>Training images.</summary>
    public abstract int Train { get; init; }

    /// <summary>Test images.</summary>
    public abstract int Test { get; init; }

    /// <summary>Default: none.</summary>
    public Augmentation Augment { get; init; } = Augmentation.None;

    /// <summary>The objection of data whose classes a mirror would change.</summary>
    private protected IEnumerable<Objection> ObjectionsToFlips()
    {
        if (Augment == Augmentation.CropFlip)
            yield return new("augment", "none or crop, for a mirrored symbol or digit is none, or another one", "crop-flip");
    }
}
