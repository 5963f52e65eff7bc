namespace NeuralCollapse.Specs;

/// <summary>
/// Which images a cell is trained and tested on. Class counts and sizes of images come from the data.
/// </summary>
public abstract record DataSpec : IChecked
{
    /// <summary>Training images. A kind overrides it with a range, or its getter alone with what follows from other values.</summary>
    public virtual int Train { get; init; }

    /// <summary>Test images, likewise.</summary>
    public virtual int Test { get; init; }

    /// <summary>
    /// Images held out from training: those that follow the training images where these come from. The temperature is fitted on them.
    /// Default: 0, none.
    /// </summary>
    [Range(0, 10_000_000)]
    public int Validation { get; init; }

    /// <summary>How training images are varied, anew in every epoch; measuring sees every image as it is. Default: none.</summary>
    public Augmentation Augment { get; init; } = Augmentation.None;

    /// <summary>How <c>new</c> has the training images vary: as is usual for photographs, whose mirror image shows the same.</summary>
    public virtual Augmentation UsualAugmentation => MayFlip ? Augmentation.CropFlip : Augmentation.None;

    /// <summary>C, where it is known before the images are read.</summary>
    public virtual int? KnownClasses => null;

    /// <summary>Images there are for training and validation together.</summary>
    private protected virtual int Available => int.MaxValue;

    /// <summary>Whether a mirrored image is one of the same class.</summary>
    private protected virtual bool MayFlip => true;

    public virtual IEnumerable<Objection> Objections()
    {
        if ((long)Train + Validation > Available)
        {
            yield return new(
                "validation",
                FormattableString.Invariant($"at most {Available - Train} images, as {Train} of {Available} are for training"),
                FormattableString.Invariant($"{Validation}"));
        }

        if (Augment == Augmentation.CropFlip && !MayFlip)
            yield return new("augment", "none or crop, for a mirrored symbol or digit is none, or another one", "crop-flip");
    }
}

/// <summary>How training images are varied. Measuring always sees the images as they are.</summary>
public enum Augmentation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>
    /// Moved by up to 4 pixels up, down, left and right; what becomes free is the mean of the training set, which after normalisation is 0.
    /// </summary>
    Crop,

    /// <summary>Moved likewise, and mirrored left to right with probability 1/2; refused where a mirror image is of another class.</summary>
    CropFlip,
}
