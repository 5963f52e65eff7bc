namespace NeuralCollapse.Specs;

/// <summary>
/// PNG and JPEG files, one folder for each class, all of one size. The split is that of the folders <c>train</c> and <c>test</c>, or a
/// fraction of every class chosen by a hash of file names, the same for every seed. Pixels are used as they are stored: a rotation that a
/// camera notes in EXIF is not applied.
/// </summary>
[Kind("image-folder")]
public sealed record ImageFolderData : DataSpec
{
    /// <summary>The folder, inside that of the data sets and relative to it.</summary>
    public required string Path { get; init; }

    /// <summary>Training images to use: the first of every class, then the second, and so on.</summary>
    [Range(2, 10_000_000)]
    public required override int Train { get; init; }

    /// <summary>Test images to use, likewise.</summary>
    [Range(1, 10_000_000)]
    public required override int Test { get; init; }

    /// <summary>Share of the images of each class that is for testing; 0: the folders say. Default: 0.</summary>
    [Range(0, 0.9)]
    public double TestFraction { get; init; }

    /// <summary>3: colour, grey images having three equal channels; 1: grey, and an image with a colour in it is an error. Default: 3.</summary>
    [Allowed(1, 3)]
    public int Channels { get; init; } = 3;

    /// <summary>What the images show, only the user knows.</summary>
    public override Augmentation UsualAugmentation => Augmentation.None;

    public override IEnumerable<Objection> Objections()
    {
        foreach (var objection in base.Objections())
            yield return objection;
        if (System.IO.Path.IsPathRooted(Path) || Path.Split('/', '\\').Contains(".."))
            yield return new("path", "a folder inside that of the data sets, given relative to it", $"\"{Path}\"");
    }
}
