using System.Buffers.Binary;
using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>One array in the format of NumPy.</summary>
internal static class NpyFile
{
    private const int NumbersAtOnce = 1 << 16;
    private const int Alignment = 64; // of the numbers in the file, as numpy writes it

    /// <summary>Writes an array in version 1 of the format.</summary>
    public static void Write(Stream stream, NamedArray array)
    {
        var shape = string.Concat(array.Shape.Select((extent, axis) => axis == 0 ? $"{extent}," : $" {extent},"));
        var header = $"{{'descr': '{array.Description}', 'fortran_order': False, 'shape': ({(array.Shape.Count > 1 ? shape[..^1] : shape)}), }}";
        var start = 10; // magic number, version and length
        var padded = header.PadRight(header.Length + Alignment - 1 - ((start + header.Length) % Alignment)) + '\n';
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)padded.Length));
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, .. length, .. Encoding.ASCII.GetBytes(padded)]);
        stream.Write(array.Bytes);
    }

    /// <summary>Reads an array of numbers; Python objects are refused, never unpickled.</summary>
    /// <param name="stream">A .npy file from its beginning.</param>
    /// <param name="length">Bytes of the file, as its archive states them: what the header promises is compared before there is memory for it.</param>
    /// <param name="source">What errors name: file and array.</param>
    /// <exception cref="UserErrorException">Not a .npy file, not of numbers, too short or too long for its shape, or too large for this machine.</exception>
    public static NumericArray Read(Stream stream, long length, string source)
    {
        var header = NpyHeader.Read(stream, source);
        var size = header.Type.Bytes;
        var there = length - stream.Position;
        if ((long)header.Count * size != there)
            throw WrongLength(header, there, source);
        if ((double)header.Count * sizeof(double) > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2)
            throw new UserErrorException($"{source}: expected an array that fits twice into the memory of this machine, got {header.Count} numbers");
        var values = new double[header.Count];
        var buffer = new byte[NumbersAtOnce * size];
        for (var done = 0; done < values.Length;)
        {
            var wanted = Math.Min(NumbersAtOnce, values.Length - done) * size;
            var got = stream.ReadAtLeast(buffer.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
            if (got < wanted)
                throw WrongLength(header, ((long)done * size) + got, source);
            for (var at = 0; at < wanted; at += size)
                values[done++] = header.Type.Read(buffer.AsSpan(at, size));
        }

        return stream.ReadByte() >= 0
            ? throw WrongLength(header, there + 1, source)
            : new() { Shape = header.Shape, Values = header.IsFortran ? Turned(values, header.Shape) : values, IsWhole = header.Type.IsWhole };
    }

    private static UserErrorException WrongLength(NpyHeader header, long got, string source) =>
        new($"{source}: expected {(long)header.Count * header.Type.Bytes} bytes for the shape [{string.Join(", ", header.Shape)}], got {got}");

    /// <summary>From first axis fastest to last axis fastest.</summary>
    private static double[] Turned(double[] values, IReadOnlyList<int> shape)
    {
        var turned = new double[values.Length];
        var index = new int[shape.Count];
        foreach (var value in values)
        {
            var at = 0;
            for (var axis = 0; axis < index.Length; axis++)
                at = (at * shape[axis]) + index[axis];
            turned[at] = value;
            for (var axis = 0; axis < index.Length && ++index[axis] == shape[axis]; axis++)
                index[axis] = 0;
        }

        return turned;
    }
}
