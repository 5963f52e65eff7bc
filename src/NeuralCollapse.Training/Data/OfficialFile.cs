namespace NeuralCollapse.Training;

/// <summary>A file as its publisher offers it for download, compressed.</summary>
public sealed record OfficialFile
{
    /// <summary>Its name, which ends in <c>.gz</c>.</summary>
    public required string Name { get; init; }

    /// <summary>MD5 that its publisher states for the compressed file, 32 lower-case hexadecimal digits.</summary>
    public required string Md5 { get; init; }

    /// <summary>SHA-256 of what comes out of it, where known: it holds for any compression of the same content. Empty where not.</summary>
    public string ContentSha256 { get; init; } = "";

    /// <summary>Length of the compressed file in bytes; 0 where not known.</summary>
    public long Bytes { get; init; }
}
