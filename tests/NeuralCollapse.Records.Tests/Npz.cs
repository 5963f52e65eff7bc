using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NeuralCollapse.Records.Tests;

/// <summary>Writes .npz files byte by byte, sound ones and others.</summary>
internal static class Npz
{
    public static string Write(string path, params (string Name, byte[] Array)[] arrays) => Write(path, CompressionLevel.Optimal, arrays);

    public static string Write(string path, CompressionLevel compression, params (string Name, byte[] Array)[] arrays)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, array) in arrays)
        {
            using var entry = zip.CreateEntry($"{name}.npy", compression).Open();
            entry.Write(array);
        }

        return path;
    }

    public static byte[] Array(string type, string shape, byte[] numbers, bool fortran = false, int version = 1) =>
        Raw($"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': ({shape}), }}\n", numbers, version);

    public static byte[] Raw(string header, byte[] numbers, int version = 1)
    {
        var text = Encoding.UTF8.GetBytes(header);
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. text, .. numbers];
    }

    public static byte[] Floats(params int[] shape) => Array("<f8", Extents(shape), new byte[8 * shape.Aggregate(1, (a, b) => a * b)]);

    public static byte[] Floats(IEnumerable<double> values, params int[] shape) =>
        Array("<f8", Extents(shape), [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Labels(params int[] labels) => Array("<i8", Extents(labels.Length), [.. labels.SelectMany(l => BitConverter.GetBytes((long)l))]);

    private static string Extents(params int[] shape) => string.Concat(shape.Select(n => n.ToString(CultureInfo.InvariantCulture) + ", "));
}
