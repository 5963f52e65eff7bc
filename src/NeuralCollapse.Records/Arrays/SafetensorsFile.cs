using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// Named arrays in the safetensors format: the length of a JSON header in eight little-endian bytes, the header, and the numbers. It holds
/// no code, so that reading it runs none.
/// </summary>
public static class SafetensorsFile
{
    private const int NumbersAtOnce = 1 << 16;

    /// <summary>
    /// Writes the arrays, wider types first and then by name, as the format's own writer does: the same arrays give the same bytes. The
    /// file appears whole or not at all.
    /// </summary>
    public static void Write(string path, IEnumerable<NamedArray> arrays)
    {
        var ordered = arrays.OrderByDescending(a => a.Size).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        using var bytes = new MemoryStream();
        bytes.Write(SafetensorsHeader.Write(ordered));
        foreach (var array in ordered)
            bytes.Write(array.Bytes);
        AtomicFile.Write(path, bytes.ToArray());
    }

    /// <summary>Reads every array, by name.</summary>
    /// <exception cref="UserMistakeException">No such file, or one that is not exactly of the format: the message names file, tensor and offset.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(string path)
    {
        if (!File.Exists(path))
            throw new UserMistakeException($"{path}: expected a .safetensors file, got {(Directory.Exists(path) ? "a folder" : "no file of this name")}");
        try
        {
            using var file = File.OpenRead(path);
            return SafetensorsHeader.Read(file, path).ToDictionary(entry => entry.Name, entry => Numbers(file, entry));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{path}: expected a .safetensors file, got one that cannot be read\n  cause: {e.Message}");
        }
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
