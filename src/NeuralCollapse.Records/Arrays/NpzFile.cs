using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>Named arrays in one file, as <c>numpy.savez</c> and <c>numpy.savez_compressed</c> write them: a zip of .npy files.</summary>
public static class NpzFile
{
    /// <summary>Reads the arrays of these names that the file holds; others are not looked at.</summary>
    /// <exception cref="UserMistakeException">No such file, no zip, or damage in an array: the message names file and array.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(string path, IReadOnlyCollection<string> names)
    {
        if (!File.Exists(path))
            throw new UserMistakeException($"{path}: expected an .npz file, got {(Directory.Exists(path) ? "a folder" : "no file of this name")}");
        var place = path;
        try
        {
            using var zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read);
            var arrays = new Dictionary<string, NumericArray>();
            foreach (var entry in zip.Entries.Where(e => names.Any(name => e.FullName == $"{name}.npy")))
            {
                var name = entry.FullName[..^".npy".Length];
                place = $"{path}: {name}";
                using var stream = entry.Open();
                if (!arrays.TryAdd(name, NpyFile.Read(stream, place)))
                    throw new UserMistakeException($"{place}: expected one array of this name, got two");
            }

            return arrays;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UserMistakeException($"{place}: expected an .npz file, a zip of .npy arrays, got one that cannot be read\n  cause: {e.Message}");
        }
    }
}
