using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>MNIST (LeCun et al. 1998) from its four official IDX files in <c>DATA/mnist</c>, gzipped or not.</summary>
internal static class Mnist
{
    /// <summary>Files with the SHA-256 of their decompressed content.</summary>
    private static readonly (string Name, string Sha256)
        TrainImages = ("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        TrainLabels = ("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        TestImages = ("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        TestLabels = ("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    public static DataSet Read(MnistData spec, string folder)
    {
        folder = Path.Combine(folder, "mnist");
        var missing = new[] { TrainImages, TrainLabels, TestImages, TestLabels }.Where(f => Find(folder, f.Name) is null).ToList();
        if (missing.Count > 0)
        {
            throw new UserMistakeException(
                $"MNIST is not complete in {folder}: missing {string.Join(", ", missing.Select(f => f.Name + ".gz"))}\n" +
                "  remedy: put the official files there, or name the folder that holds mnist/ with --data=DIR or NEURAL_COLLAPSE_DATA");
        }

        return new()
        {
            Train = Read(folder, TrainImages, TrainLabels, spec.Train),
            Test = Read(folder, TestImages, TestLabels, spec.Test),
        };
    }

    private static ImageSet Read(string folder, (string Name, string Sha256) images, (string Name, string Sha256) labels, int count)
    {
        var (size, pixels) = IdxFile.Read(Find(folder, images.Name)!, images.Sha256, count);
        var (_, classes) = IdxFile.Read(Find(folder, labels.Name)!, labels.Sha256, count);
        return new() { Pixels = pixels, Labels = [.. classes.Select(label => (int)label)], Shape = new(1, size[0], size[1]) };
    }

    private static string? Find(string folder, string name) =>
        new[] { name + ".gz", name }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
