using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set that is published as files, and where it lies once it is here: <c>DATA/NAME/</c>.</summary>
public sealed partial record OfficialData
{
    /// <summary>The kind it has in specs, and its folder.</summary>
    public string Name => KindAttribute.Of(Whole.GetType());

    /// <summary>What its authors call it.</summary>
    public required string Title { get; init; }

    /// <summary>Addresses that hold its files, each ending in a slash; tried in this order.</summary>
    public required IReadOnlyList<Uri> Mirrors { get; init; }

    public required IReadOnlyList<OfficialFile> Files { get; init; }

    /// <summary>All of it, as a spec asks for it.</summary>
    public required OfficialImages Whole { get; init; }

    /// <summary>Reads the first images of each part, as many as a spec asks for, from the folder in which data sets lie.</summary>
    public required Func<OfficialData, OfficialImages, string, DataSet> Format { get; init; }

    /// <summary>The row of a spec.</summary>
    internal static OfficialData Of(OfficialImages spec) => All.First(data => data.Whole.GetType() == spec.GetType());

    /// <summary>Reads what a spec asks for.</summary>
    /// <exception cref="UserMistakeException">A file is missing, damaged or another one.</exception>
    internal DataSet Read(OfficialImages spec, string folder) => Format(this, spec, folder);

    /// <summary>The files of which neither the compressed form nor the unpacked one is there.</summary>
    /// <param name="folder">Where data sets lie.</param>
    public IReadOnlyList<OfficialFile> Missing(string folder) => [.. Files.Where(file => Find(folder, file.Name, file.Unpacked) is null)];

    /// <summary>The path of the first of these names, files or folders, that is there; null when none is.</summary>
    internal string? Find(string folder, params IEnumerable<string> names) =>
        names.Select(name => Path.Combine(folder, Name, name)).FirstOrDefault(Path.Exists);

    /// <summary>The mistake that files are not there, and where to put them.</summary>
    internal UserMistakeException Incomplete(string folder) => new(
        $"{Title} is not complete in {Path.Combine(folder, Name)}: missing {string.Join(", ", Missing(folder).Select(f => f.Name))}\n" +
        $"  remedy: fetch it, ./build.sh --target=Data --dataset={Name}, put the official files there, or name the folder that holds {Name}/ " +
        "with --data=DIR or NEURAL_COLLAPSE_DATA");
}
