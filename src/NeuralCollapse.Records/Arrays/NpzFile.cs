using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>Named arrays in one file, as <c>numpy.savez</c> and <c>numpy.savez_compressed</c> write them: a zip of .npy files.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";
    private const long Unsuspicious = 1 << 26; // bytes of an array that may be compressed however well
    private const int MostCompressed = 200; // how often an array is as large as in the archive: features of images are not even ten times

    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // that a zip can state

    /// <summary>Writes the arrays uncompressed, in their order: the same arrays give the same bytes. The file appears whole or not at all.</summary>
    public static void Write(string path, IEnumerable<NamedArray> arrays)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var array in arrays)
            {
                var entry = zip.CreateEntry($"{array.Name}.npy", CompressionLevel.NoCompression);
                (entry.LastWriteTime, entry.ExternalAttributes) = (Earliest, 0);
                using var stream = entry.Open();
                NpyFile.Write(stream, array);
            }
        }

        AtomicFile.Write(path, bytes.ToArray());
    }

    /// <summary>Reads the arrays of these names that the file holds; others are not looked at.</summary>
    /// <exception cref="UserErrorException">No such file, no zip, or damage in an array: the message names file and array.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(string path, IReadOnlyCollection<string> names)
    {
        var source = path;
        try
        {
            using var zip = Open(path);
            var arrays = new Dictionary<string, NumericArray>();
            foreach (var entry in zip.Entries.Where(e => names.Any(name => e.FullName == name + Extension)))
            {
                var name = entry.FullName[..^Extension.Length];
                source = $"{path}: {name}";
                if (!arrays.TryAdd(name, Read(entry, source)))
                    throw new UserErrorException($"{source}: expected one array of this name, got two");
            }

            return arrays;
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Unreadable(source, e);
        }
    }

    /// <summary>Names of all arrays that a file holds, in its order.</summary>
    /// <exception cref="UserErrorException">As of <see cref="Read(string, IReadOnlyCollection{string})"/>.</exception>
    public static IReadOnlyList<string> Names(string path)
    {
        try
        {
            using var zip = Open(path);
            return [.. zip.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Select(name => name[..^Extension.Length])];
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Unreadable(path, e);
        }
    }

    private static bool IsOfTheFile(Exception e) => e is InvalidDataException or EndOfStreamException or IOException or UnauthorizedAccessException or NotSupportedException;

    private static UserErrorException Unreadable(string source, Exception cause) =>
        new($"{source}: expected an .npz file, a zip of .npy arrays, got one that cannot be read\n  cause: {cause.Message}");

    private static ZipArchive Open(string path)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"{path}: expected an .npz file, got {(Directory.Exists(path) ? "a folder" : "no file of this name")}");
        RefuseOtherFormats(path);
        var zip = new ZipArchive(InputFile.Open(path), ZipArchiveMode.Read);
        if (!zip.Entries.Any(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal)))
            return zip;
        zip.Dispose();
        throw Another(path, "a file of torch.save");
    }

    private static void RefuseOtherFormats(string path)
    {
        using var file = InputFile.Open(path);
        var start = new byte[6];
        _ = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan().SequenceEqual((byte[])[0x93, .. "NUMPY"u8]))
            throw Another(path, "a single array in a .npy file");
        if (start[0] == 0x80 && start[1] is >= 2 and <= 5)
            throw Another(path, "a pickle, such as torch.save wrote before PyTorch 1.6, which nobody can read without running its code");
    }

    private static UserErrorException Another(string path, string got) => new(
        $"{path}: expected an .npz file, a zip of .npy arrays, got {got}\n  remedy: save the arrays with numpy.savez(path, H=features, y=labels), tensors as tensor.float().cpu().numpy()");

    /// <summary>Reads a member and checks what the library does not: that it has the length and the checksum that the archive states.</summary>
    private static NumericArray Read(ZipArchiveEntry entry, string source)
    {
        if (entry.IsEncrypted)
            throw new UserErrorException($"{source}: expected an array anybody can read, got an encrypted one\n  remedy: save it without a password");
        if (entry.Length > Unsuspicious && entry.Length / MostCompressed > entry.CompressedLength)
        {
            throw new UserErrorException(
                $"{source}: expected an array of about the size that it has in the archive, got {entry.CompressedLength} bytes that unpack to {entry.Length}\n" +
                "  remedy: save it uncompressed, with numpy.savez");
        }

        using var content = new ChecksummedStream(entry.Open());
        var array = NpyFile.Read(content, entry.Length, source);
        return (content.Length, content.Crc32) == (entry.Length, entry.Crc32) ? array : throw new UserErrorException(
            $"{source}: expected {entry.Length} bytes with the checksum (CRC-32) {entry.Crc32:x8}, as the archive states, " +
            $"got {content.Length} with {content.Crc32:x8}: the file is damaged\n  remedy: export or copy it again");
    }
}
