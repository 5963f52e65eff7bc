using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set of four IDX files: images and labels for training and test, each compressed or not.</summary>
internal static class IdxDataSet
{
    /// <summary>Reads the first images of both splits and checks the files whole.</summary>
    /// <param name="official">The files: training images and labels, test images and labels.</param>
    /// <param name="spec">How many images are wanted.</param>
    /// <param name="folder">Where data sets lie.</param>
    /// <exception cref="UserMistakeException">A file is missing, damaged or another one.</exception>
    public static DataSet Read(OfficialData official, OfficialImages spec, string folder)
    {
        if (official.Missing(folder).Count > 0)
            throw official.Incomplete(folder);
        var set = new DataSet
        {
            ClassNames = DataSet.Numbered(official.Whole.Classes),
            Train = Read(official, folder, 0, official.Whole.Train, spec.Train),
            Test = Read(official, folder, 2, official.Whole.Test, spec.Test),
        };
        return set.Test.Shape == set.Train.Shape
            ? set
            : throw new UserMistakeException($"{Path(official, folder, official.Files[2])}: expected images of {set.Train.Shape}, as in training, got {set.Test.Shape}\n  remedy: download both files again");
    }

    private static ImageSet Read(OfficialData official, string folder, int first, int items, int wanted)
    {
        var (images, labels) = (official.Files[first], official.Files[first + 1]);
        var (size, pixels) = IdxFile.Read(Path(official, folder, images)!, images, dimensions: 3, items, wanted);
        var path = Path(official, folder, labels)!;
        var (_, classes) = IdxFile.Read(path, labels, dimensions: 1, items, items);
        var outside = Array.FindIndex(classes, label => label >= official.Whole.Classes);
        if (outside >= 0)
        {
            throw new UserMistakeException(FormattableString.Invariant(
                $"{path}: byte {8 + outside}: expected a label from 0 to {official.Whole.Classes - 1}, got {classes[outside]}\n") +
                "  remedy: remove the file and download it again");
        }

        return new() { Pixels = pixels, Labels = [.. classes.Take(wanted).Select(label => (int)label)], Shape = new(1, size[0], size[1]) };
    }

    private static string? Path(OfficialData official, string folder, OfficialFile file) => official.Find(folder, file.Name, file.Unpacked);
}
