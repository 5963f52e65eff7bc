using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
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
    /// <exception cref="UserErrorException">A file is missing, damaged or another one.</exception>
    internal DataSet Read(OfficialImages spec, string folder) => Format(this, spec, folder);

    /// <summary>The files of which neither the compressed form nor the unpacked one is there.</summary>
    /// <param name="folder">Where data sets lie.</param>
    public IReadOnlyList<OfficialFile> Missing(string folder) => [.. Files.Where(file => Find(folder, file.Name, file.Unpacked) is null)];

    /// <summary>The path of the first of these names, files or folders, that is there; null when none is.</summary>
    internal string? Find(string folder, params IEnumerable<string> names) =>
        names.Select(name => Path.Combine(folder, Name, name)).FirstOrDefault(Path.Exists);

    /// <summary>The error that files are not there, and where to put them.</summary>
    internal UserErrorException Incomplete(string folder) => new(
        $"{Title} is not complete in {Path.Combine(folder, Name)}: missing {string.Join(", ", Missing(folder).Select(f => f.Name))}{DataElsewhere.Found(this, folder)}\n" +
        $"  remedy: fetch it, ./build.sh --target=Data --dataset={Name}, put the official files there, or name the folder that holds {Name}/ " +
        "with --data=DIR or NEURAL_COLLAPSE_DATA");
}

/// <summary>A file as its publisher offers it for download, compressed.</summary>
public sealed record OfficialFile
{
    /// <summary>Its name, which ends in <c>.gz</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the file or folder that comes out of it, which will do in its place.</summary>
    public required string Unpacked { get; init; }

    /// <summary>MD5 that its publisher states for the compressed file, 32 lower-case hexadecimal digits.</summary>
    public required string Md5 { get; init; }

    /// <summary>SHA-256 of what comes out of it, where known: it holds for any compression of the same content. Empty where not.</summary>
    public string ContentSha256 { get; init; } = "";

    /// <summary>Length of the compressed file in bytes; 0 where not known.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether a compressed file is this one, or another compression of the same content.</summary>
    public bool IsAt(string path) =>
        File.Exists(path) && (FileMd5.Of(path) == Md5 || (ContentSha256.Length > 0 && DataContent.Sha256Of(path) == ContentSha256));

    /// <summary>Makes sure that a compressed file is the one that its publisher offers.</summary>
    /// <exception cref="UserErrorException">It has another checksum.</exception>
    internal void RefuseOther(string path)
    {
        var got = FileMd5.Of(path);
        if (got != Md5)
            throw Another(path, $"MD5 {Md5}", $"MD5 {got}");
    }

    /// <summary>The error that a file is not the official one.</summary>
    internal static UserErrorException Another(string path, string expected, string got) =>
        new($"{path}: expected the official file ({expected}), got another ({got})\n  remedy: remove the file and download it again");
}

/// <summary>MD5 of files: no protection against malice, but what the publishers of the data sets state.</summary>
public static class FileMd5
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "It tells a damaged download from a whole one; nothing else is published.")]
    public static string Of(string path)
    {
        using var file = InputFile.Open(path);
        return Convert.ToHexStringLower(MD5.HashData(file));
    }
}
