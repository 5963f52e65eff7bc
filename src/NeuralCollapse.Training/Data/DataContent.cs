using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>What a data file holds, decompressed and read from front to end; whatever is not as it should be is reported with its offset.</summary>
/// <param name="stream">The content.</param>
/// <param name="path">The file, for messages.</param>
internal sealed class DataContent(Stream stream, string path) : IDisposable
{
    private const string Remedy = "  remedy: remove the file and download it again";

    private readonly Stream stream = stream;
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] block = new byte[1 << 16];

    /// <summary>Bytes read so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Opens a file; one whose name ends in <c>.gz</c> is decompressed.</summary>
    public static DataContent Open(string path)
    {
        var file = InputFile.Open(path);
        return new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, path);
    }

    /// <summary>SHA-256 of the content of a file; empty where it cannot be decompressed.</summary>
    public static string Sha256Of(string path)
    {
        using var content = Open(path);
        try
        {
            while (content.Fill(content.block) > 0)
            {
            }

            return content.End();
        }
        catch (UserErrorException)
        {
            return "";
        }
    }

    /// <summary>The files in a compressed tar archive, each to be read before the next is asked for, with their names in it.</summary>
    /// <exception cref="UserErrorException">It is no such archive.</exception>
    public static IEnumerable<(string Entry, DataContent Content)> Unpack(string path)
    {
        using var archive = Open(path);
        using var reader = new TarReader(archive.stream);
        while (archive.Next(reader) is { } entry)
        {
            if (entry.DataStream is { } content)
                yield return (entry.Name, new(content, $"{path}: {entry.Name}"));
        }
    }

    /// <summary>The next bytes.</summary>
    /// <param name="count">How many; the caller has made sure that they are not too many for memory.</param>
    /// <param name="what">What they are, for the message.</param>
    /// <exception cref="UserErrorException">The content ends before.</exception>
    public byte[] Take(int count, string what)
    {
        const int atFirst = 1 << 24; // the file may say of more than it has
        var bytes = new byte[Math.Min(count, atFirst)];
        var got = Fill(bytes);
        while (got == bytes.Length && got < count)
        {
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * got));
            got += Fill(bytes.AsSpan(got));
        }

        return got == count ? bytes : throw Truncated(count, got, what);
    }

    /// <summary>Passes over bytes, which the checksum counts all the same.</summary>
    /// <inheritdoc cref="Take"/>
    public void Skip(long count, string what)
    {
        var left = count;
        while (left > 0)
        {
            var asked = (int)Math.Min(left, block.Length);
            var got = Fill(block.AsSpan(0, asked));
            left -= got;
            if (got < asked)
                throw Truncated(count, count - left, what);
        }
    }

    /// <summary>Makes sure that nothing follows.</summary>
    /// <returns>SHA-256 of the content, in lower-case hexadecimal digits.</returns>
    public string End()
    {
        var end = Offset;
        return Fill(block) == 0
            ? Convert.ToHexStringLower(sha256.GetHashAndReset())
            : throw Damaged(end, "the end of the file", "more bytes");
    }

    /// <summary>The error that something at an offset of the decompressed content is not what the format asks for.</summary>
    public UserErrorException Damaged(long offset, string expected, string got) =>
        new(FormattableString.Invariant($"{path}: byte {offset}: expected {expected}, got {got}\n{Remedy}"));

    public void Dispose()
    {
        stream.Dispose();
        sha256.Dispose();
    }

    private TarEntry? Next(TarReader reader)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new UserErrorException($"{path}: expected a compressed tar archive, got something else ({e.Message})\n{Remedy}");
        }
    }

    private UserErrorException Truncated(long count, long got, string what) =>
        Damaged(Offset, FormattableString.Invariant($"{what}, {count} bytes"), FormattableString.Invariant($"the end of the file after {got}"));

    /// <returns>How many bytes were read: fewer than asked for only at the end.</returns>
    private int Fill(Span<byte> bytes)
    {
        var got = 0;
        try
        {
            got = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(Offset, "compressed data", $"something that cannot be decompressed from there on ({e.Message})");
        }

        sha256.AppendData(bytes[..got]);
        Offset += got;
        return got;
    }
}
