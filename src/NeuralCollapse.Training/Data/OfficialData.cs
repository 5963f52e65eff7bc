using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set that is published as files, and where it lies once it is here: <c>DATA/NAME/</c>.</summary>
public sealed partial record OfficialData
{
    /// <summary>The kind it has in specs, and its folder.</summary>
    public required string Name { get; init; }

    /// <summary>What its authors call it.</summary>
    public required string Title { get; init; }

    /// <summary>Addresses that hold its files, each ending in a slash; tried in this order.</summary>
    public required IReadOnlyList<Uri> Mirrors { get; init; }

    public required IReadOnlyList<OfficialFile> Files { get; init; }

    /// <summary>The path of the first of these names, or folders, that is there; null when none is.</summary>
    internal string? Find(string folder, params IEnumerable<string> names) =>
        names.Select(name => Path.Combine(folder, Name, name)).FirstOrDefault(Path.Exists);

    /// <summary>The mistake that files are not there, and where to put them.</summary>
    internal UserMistakeException Incomplete(string folder, IEnumerable<OfficialFile> missing) => new(
        $"{Title} is not complete in {Path.Combine(folder, Name)}: missing {string.Join(", ", missing.Select(f => f.Name))}\n" +
        $"  remedy: put the official files there, or name the folder that holds {Name}/ with --data=DIR or NEURAL_COLLAPSE_DATA");
}
