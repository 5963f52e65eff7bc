using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

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
    /// <exception cref="UserMistakeException">It has another checksum.</exception>
    internal void RefuseOther(string path)
    {
        var got = FileMd5.Of(path);
        if (got != Md5)
            throw Another(path, $"MD5 {Md5}", $"MD5 {got}");
    }

    /// <summary>The mistake that a file is not the official one.</summary>
    internal static UserMistakeException Another(string path, string expected, string got) =>
        new($"{path}: expected the official file ({expected}), got another ({got})\n  remedy: remove the file and download it again");
}
