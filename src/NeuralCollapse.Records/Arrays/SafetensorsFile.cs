using System.Security.Cryptography;
using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// Named arrays in the safetensors format: the length of a JSON header in eight little-endian bytes, the header, and the numbers. It holds
/// no code, so that reading it runs none.
/// </summary>
public static class SafetensorsFile
{
    private const int NumbersAtOnce = 1 << 16;
    private const string Checksum = "sha256";
    private const string MetadataChecksum = "metadata-sha256";

    /// <summary>
    /// Writes the arrays, wider types first and then by name, as the format's own writer does: the same arrays give the same bytes. The
    /// file appears whole or not at all.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">Each name once.</param>
    /// <param name="metadata">
    /// What else the header says. Then it also has the SHA-256 of the numbers, as <c>sha256</c>, and of what it says, as <c>metadata-sha256</c>;
    /// reading checks both.
    /// </param>
    public static void Write(string path, IEnumerable<NamedArray> arrays, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var ordered = arrays.OrderByDescending(a => a.Size).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        var header = SafetensorsHeader.Write(ordered, metadata is null ? [] :
            [.. metadata, KeyValuePair.Create(Checksum, ChecksumOf(ordered)), KeyValuePair.Create(MetadataChecksum, ChecksumOf(metadata))]);
        AtomicFile.Write(path, file =>
        {
            file.Write(header);
            foreach (var array in ordered)
                file.Write(array.Bytes);
        });
    }

    /// <summary>Reads every array, by name.</summary>
    /// <exception cref="UserErrorException">No such file, or one that is not exactly of the format: the message names file, tensor and offset.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(string path) => Read(path, out _);

    /// <summary>Reads every array, by name, and what the header says beside them.</summary>
    /// <exception cref="UserErrorException">As of the other; or the numbers have another checksum than the header says.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(string path, out IReadOnlyDictionary<string, string> metadata)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"{path}: expected a .safetensors file, got {(Directory.Exists(path) ? "a folder" : "no file of this name")}");
        try
        {
            using var file = InputFile.Open(path);
            (var entries, metadata) = SafetensorsHeader.Read(file, path);
            var begin = file.Position;
            if (metadata.TryGetValue(Checksum, out var stated))
                Require(path, "numbers", stated, Convert.ToHexStringLower(SHA256.HashData(file)));
            if (metadata.TryGetValue(MetadataChecksum, out stated))
                Require(path, "metadata", stated, ChecksumOf(metadata));
            file.Position = begin;
            return entries.ToDictionary(entry => entry.Name, entry => Numbers(file, entry));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: expected a .safetensors file, got one that cannot be read\n  cause: {e.Message}");
        }
    }

    private static void Require(string path, string what, string expected, string got)
    {
        if (got != expected)
            throw new UserErrorException($"{path}: expected {what} of the SHA-256 {expected}, as its header says, got {got}\n  remedy: remove the file, which is damaged");
    }

    /// <summary>Of what a header says beside the arrays, but for the checksums.</summary>
    private static string ChecksumOf(IReadOnlyDictionary<string, string> metadata)
    {
        var said = metadata.Where(m => m.Key is not (Checksum or MetadataChecksum)).OrderBy(m => m.Key, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(said.Select(m => $"{m.Key}\0{m.Value}\0")))));
    }

    private static string ChecksumOf(IEnumerable<NamedArray> arrays)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var array in arrays)
            hash.AppendData(array.Bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static NumericArray Numbers(FileStream file, SafetensorsEntry entry)
    {
        var (values, size) = (new double[entry.Count], entry.Type.Bytes);
        var buffer = new byte[NumbersAtOnce * size];
        for (var done = 0; done < values.Length; done += NumbersAtOnce)
        {
            var numbers = Math.Min(NumbersAtOnce, values.Length - done);
            file.ReadExactly(buffer, 0, numbers * size);
            for (var i = 0; i < numbers; i++)
                values[done + i] = entry.Type.Read(buffer.AsSpan(i * size, size));
        }
        return new() { Shape = entry.Shape, Values = values, IsWhole = entry.Type.IsWhole };
    }
}
