namespace NeuralCollapse.Specs;

/// <summary>
/// Which images, or samples with free features, a cell is trained and tested on. Class counts and sizes of images come from the data.
/// </summary>
public abstract record DataSpec
{
    /// <summary>Training images. A kind overrides it with a range, or its getter alone with what follows from other values.</summary>
    public virtual int Train { get; init; }

    /// <summary>Test images, likewise.</summary>
    public virtual int Test { get; init; }

    /// <summary>Default: none.</summary>
    public Augmentation Augment { get; init; } = Augmentation.None;

    /// <summary>The objection of data whose classes a mirror would change.</summary>
    private protected IEnumerable<Objection> ObjectionsToFlips()
    {
        if (Augment == Augmentation.CropFlip)
            yield return new("augment", "none or crop, for a mirrored symbol or digit is none, or another one", "crop-flip");
    }
}
