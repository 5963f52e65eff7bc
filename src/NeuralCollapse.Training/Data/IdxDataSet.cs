using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set of four IDX files: images and labels for training and test, each compressed or not.</summary>
internal sealed record IdxDataSet
{
    public static readonly IdxDataSet
        Mnist = new() { Official = OfficialData.Mnist, Train = 60_000, Test = 10_000, Classes = 10 },
        FashionMnist = new() { Official = OfficialData.FashionMnist, Train = 60_000, Test = 10_000, Classes = 10 };

    /// <summary>Its files: training images and labels, test images and labels.</summary>
    public required OfficialData Official { get; init; }

    /// <summary>Training images in the files.</summary>
    public required int Train { get; init; }

    /// <summary>Test images in the files.</summary>
    public required int Test { get; init; }

    /// <summary>Labels are less.</summary>
    public required int Classes { get; init; }

    /// <summary>Reads the first images of both splits and checks the files whole.</summary>
    /// <exception cref="UserMistakeException">A file is missing, damaged or another one.</exception>
    public DataSet Read(DataSpec spec, string folder)
    {
        if (Official.Missing(folder).Count > 0)
            throw Official.Incomplete(folder);
        var set = new DataSet
        {
            ClassNames = DataSet.Numbered(Classes),
            Train = Read(folder, 0, Train, spec.Train),
            Test = Read(folder, 2, Test, spec.Test),
        };
        return set.Test.Shape == set.Train.Shape
            ? set
            : throw new UserMistakeException($"{Path(folder, Official.Files[2])}: expected images of {set.Train.Shape}, as in training, got {set.Test.Shape}\n  remedy: download both files again");
    }

    private ImageSet Read(string folder, int first, int items, int wanted)
    {
        var (images, labels) = (Official.Files[first], Official.Files[first + 1]);
        var (size, pixels) = IdxFile.Read(Path(folder, images)!, images, dimensions: 3, items, wanted);
        var path = Path(folder, labels)!;
        var (_, classes) = IdxFile.Read(path, labels, dimensions: 1, items, items);
        var outside = Array.FindIndex(classes, label => label >= Classes);
        if (outside >= 0)
        {
            throw new UserMistakeException(FormattableString.Invariant(
                $"{path}: byte {8 + outside}: expected a label from 0 to {Classes - 1}, got {classes[outside]}\n") +
                "  remedy: remove the file and download it again");
        }

        return new() { Pixels = pixels, Labels = [.. classes.Take(wanted).Select(label => (int)label)], Shape = new(1, size[0], size[1]) };
    }

    private string? Path(string folder, OfficialFile file) => Official.Find(folder, file.Name, file.Unpacked);
}
