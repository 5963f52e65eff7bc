using System.Globalization;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set of image files, one folder for each class.</summary>
internal static class ImageFolder
{
    /// <exception cref="UserErrorException">A folder or image is missing or is not what it should be.</exception>
    public static DataSet Read(ImageFolderData spec, string folder)
    {
        var root = Path.Combine(folder, spec.Path);
        if (!Directory.Exists(root))
        {
            throw new UserErrorException(
                $"{root}: expected a folder of images, got no such folder\n" +
                $"  remedy: put it there, or name the folder that holds {spec.Path} with --data=DIR or NEURAL_COLLAPSE_DATA");
        }

        var (train, test) = spec.TestFraction > 0 ? Split(root, spec.TestFraction) : Given(root);
        var shape = ImageFile.ShapeOf(train[0].Files[0], spec.Channels);
        return new()
        {
            ClassNames = [.. train.Select(c => c.Name)],
            Train = Read(train, spec.Train, shape, $"{root}: training"),
            Test = Read(test, spec.Test, shape, $"{root}: test"),
        };
    }

    /// <summary>The split of the folders train and test, which must have the same classes.</summary>
    private static (IReadOnlyList<ImageClass> Train, IReadOnlyList<ImageClass> Test) Given(string root)
    {
        var (trainFolder, testFolder) = (Path.Combine(root, "train"), Path.Combine(root, "test"));
        if (!Directory.Exists(trainFolder) || !Directory.Exists(testFolder))
        {
            throw new UserErrorException(
                $"{root}: expected the folders train and test, got {string.Join(", ", ImageClass.Entries(root).Select(Path.GetFileName))}\n" +
                "  remedy: make them, or let the spec split the images by data.test-fraction");
        }

        var (train, test) = (ImageClass.In(trainFolder), ImageClass.In(testFolder));
        var different = train.Select(c => c.Name).ToHashSet();
        different.SymmetricExceptWith(test.Select(c => c.Name));
        return different.Count == 0
            ? (train, test)
            : throw new UserErrorException(
                $"{root}: expected the same classes in train and test, got {string.Join(", ", different.Order(StringComparer.Ordinal))} " +
                "in one of them only\n  remedy: add or remove the folder");
    }

    /// <summary>The images of every class in an order that a hash of their names decides, the first of them for testing.</summary>
    private static (IReadOnlyList<ImageClass> Train, IReadOnlyList<ImageClass> Test) Split(string root, double fraction)
    {
        var (train, test) = (new List<ImageClass>(), new List<ImageClass>());
        foreach (var whole in ImageClass.In(root))
        {
            var count = (int)Math.Round(fraction * whole.Files.Count, MidpointRounding.AwayFromZero);
            var chosen = whole.Files.OrderBy(file => Hash(whole.Name, file)).Take(count).ToHashSet();
            train.Add(whole with { Files = [.. whole.Files.Where(file => !chosen.Contains(file))] });
            test.Add(whole with { Files = [.. whole.Files.Where(chosen.Contains)] });
        }

        return train.Concat(test).FirstOrDefault(c => c.Files.Count == 0) is { } empty
            ? throw new UserErrorException(
                $"{Path.Combine(root, empty.Name)}: expected images for both splits at " +
                FormattableString.Invariant($"data.test-fraction {fraction}, got none for one of them\n") +
                "  remedy: add images or change the fraction")
            : (train, test);
    }

    private static ulong Hash(string name, string file) => new RandomStream(0, $"split/{name}/{Path.GetFileName(file)}").NextBits();

    private static ImageSet Read(IReadOnlyList<ImageClass> classes, int wanted, ImageShape shape, string split)
    {
        var images = classes.SelectMany((c, label) => c.Files.Select((file, place) => (file, label, place)))
            .OrderBy(image => image.place).ThenBy(image => image.label).ToList();
        if (images.Count < wanted)
            throw TooMany(split, $"the {wanted} images that the spec asks for, got {images.Count}", images.Count);
        if (wanted > Array.MaxLength / shape.Size)
            throw TooMany(split, $"images of {shape} within 2 GiB, got {wanted}", Array.MaxLength / shape.Size);
        var pixels = new byte[wanted * shape.Size];
        for (var i = 0; i < wanted; i++)
            ImageFile.Read(images[i].file, shape, pixels.AsSpan(i * shape.Size, shape.Size));
        return new() { Pixels = pixels, Labels = [.. images.Take(wanted).Select(image => image.label)], Shape = shape };
    }

    private static UserErrorException TooMany(string split, FormattableString expectedAndGot, int most) =>
        new($"{split}: expected {FormattableString.Invariant(expectedAndGot)}\n  remedy: ask for at most {most.ToString(CultureInfo.InvariantCulture)}");
}

/// <summary>The image files of one class, ordered by name as code points are: the same on every machine.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Files">Paths; at least one.</param>
internal sealed record ImageClass(string Name, IReadOnlyList<string> Files)
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The classes of a folder, ordered by name.</summary>
    /// <exception cref="UserErrorException">It holds something else, or fewer than two classes.</exception>
    public static IReadOnlyList<ImageClass> In(string folder)
    {
        var classes = Entries(folder)
            .Select(path => Directory.Exists(path) ? Of(path) : throw Stray(path, "a folder for each class and nothing else"))
            .ToList();
        return classes.Count > 1
            ? classes
            : throw new UserErrorException(
                $"{folder}: expected a folder for each of two classes or more, got {classes.Count}\n" +
                "  remedy: put the images into folders by class");
    }

    /// <summary>What lies in a folder, without what begins with a dot, ordered by name.</summary>
    public static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(path => !Path.GetFileName(path).StartsWith('.'))
        .Order(StringComparer.Ordinal);

    private static ImageClass Of(string folder)
    {
        var files = Entries(folder).ToList();
        if (files.Find(Directory.Exists) is { } folderInside)
        {
            throw new UserErrorException(
                $"{folderInside}: expected an image, got a folder: a class is one folder of images\n" +
                $"  remedy: move its images up into {Path.GetFileName(folder)}, or let data.path name the folder whose folders are the classes");
        }

        if (files.Find(path => !Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())) is { } stray)
            throw Stray(stray, $"images ({string.Join(", ", Extensions)}) and nothing else");
        files.ForEach(InputFile.RefuseLinkToNothing);
        return files.Count > 0
            ? new(Path.GetFileName(folder), files)
            : throw new UserErrorException($"{folder}: expected images, got none\n  remedy: add images or remove the folder");
    }

    private static UserErrorException Stray(string path, string expected) =>
        new($"{Path.GetDirectoryName(path)}: expected {expected}, got {Path.GetFileName(path)}\n  remedy: remove it");
}
