using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>Unsigned bytes in the IDX format: two zero bytes, 0x08, the number of dimensions, big-endian sizes, the data.</summary>
internal static class IdxFile
{
    /// <summary>Reads the first items of an IDX file, gzipped or not, whose decompressed content must have the given SHA-256.</summary>
    /// <returns>The sizes of the dimensions after the first, and the bytes of the items.</returns>
    /// <exception cref="UserMistakeException">The file cannot be decompressed, or is another one.</exception>
    public static (int[] ItemShape, byte[] Values) Read(string path, string sha256, int items)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var start = Next(content, hash, 4);
            var sizes = Next(content, hash, 4 * start[3]);
            int[] shape = [.. Enumerable.Range(1, start[3] - 1).Select(d => BinaryPrimitives.ReadInt32BigEndian(sizes.AsSpan(4 * d)))];
            var values = Next(content, hash, items * shape.Aggregate(1, (product, size) => checked(product * size)));
            HashRest(content, hash);
            var got = Convert.ToHexStringLower(hash.GetHashAndReset());
            return got == sha256 ? (shape, values) : throw Another(path, $"SHA-256 {sha256} decompressed", $"SHA-256 {got}");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or OverflowException or IndexOutOfRangeException)
        {
            throw Another(path, "IDX data", $"something that cannot be read as such ({e.Message})");
        }
    }

    private static byte[] Next(Stream content, IncrementalHash hash, int count)
    {
        var bytes = new byte[count];
        content.ReadExactly(bytes);
        hash.AppendData(bytes);
        return bytes;
    }

    private static void HashRest(Stream content, IncrementalHash hash)
    {
        var block = new byte[1 << 16];
        for (var read = content.Read(block); read > 0; read = content.Read(block))
            hash.AppendData(block.AsSpan(0, read));
    }

    private static UserMistakeException Another(string path, string expected, string got) =>
        new($"{path}: expected the official file ({expected}), got {got}\n  remedy: download it again");
}
