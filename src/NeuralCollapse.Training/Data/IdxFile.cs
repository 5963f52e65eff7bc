using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>Unsigned bytes in the IDX format: two zero bytes, 0x08, the number of dimensions, big-endian sizes, the data.</summary>
internal static class IdxFile
{
    /// <summary>Reads an IDX file, gzipped or not, whose decompressed content must have the given SHA-256.</summary>
    /// <returns>The sizes of the dimensions, and the bytes after the header.</returns>
    /// <exception cref="UserMistakeException">The file is missing, cannot be decompressed, or is another one.</exception>
    public static (int[] Sizes, byte[] Values) Read(string path, string sha256)
    {
        var content = Decompressed(path);
        var got = Convert.ToHexStringLower(SHA256.HashData(content));
        if (got != sha256)
            throw new UserMistakeException($"{path}: expected the official file (SHA-256 {sha256} decompressed), got {got}\n  remedy: download it again");
        var dimensions = content[3];
        var sizes = Enumerable.Range(0, dimensions).Select(d => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4 + (4 * d)))).ToArray();
        return (sizes, content[(4 + (4 * dimensions))..]);
    }

    private static byte[] Decompressed(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = new MemoryStream();
            using Stream source = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            source.CopyTo(content);
            return content.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new UserMistakeException($"{path}: expected a gzip file, got one that cannot be decompressed: {e.Message}\n  remedy: download it again");
        }
    }
}
