using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>The image files of one class, ordered by name as code points are: the same on every machine.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Files">Paths; at least one.</param>
internal sealed record ImageClass(string Name, IReadOnlyList<string> Files)
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The classes of a folder, ordered by name.</summary>
    /// <exception cref="UserMistakeException">It holds something else, or fewer than two classes.</exception>
    public static IReadOnlyList<ImageClass> In(string folder)
    {
        var classes = Entries(folder)
            .Select(path => Directory.Exists(path) ? Of(path) : throw Stray(path, "a folder for each class and nothing else"))
            .ToList();
        return classes.Count > 1
            ? classes
            : throw new UserMistakeException(
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
        if (files.Find(path => !File.Exists(path) || !Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())) is { } stray)
            throw Stray(stray, $"images ({string.Join(", ", Extensions)}) and nothing else");
        if (files.Find(IsLinkToNothing) is { } link)
            throw new UserMistakeException($"{link}: expected an image, got a link to nothing\n  remedy: put the image there that it links to, or remove the link");
        return files.Count > 0
            ? new(Path.GetFileName(folder), files)
            : throw new UserMistakeException($"{folder}: expected images, got none\n  remedy: add images or remove the folder");
    }

    private static bool IsLinkToNothing(string path) => new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };

    private static UserMistakeException Stray(string path, string expected) =>
        new($"{Path.GetDirectoryName(path)}: expected {expected}, got {Path.GetFileName(path)}\n  remedy: remove it");
}
