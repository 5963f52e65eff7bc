using System.Buffers.Binary;

namespace NeuralCollapse.Records;

/// <summary>A type of number in a .safetensors file, always little-endian.</summary>
internal sealed record SafetensorsType(int Bytes, bool IsWhole, Func<ReadOnlySpan<byte>, double> Read)
{
    public const string Expected = "BF16, F16, F32, F64 or I64";

    /// <summary>The type of a name, or null where it is none that is read here.</summary>
    public static SafetensorsType? Of(string name) => name switch
    {
        "BF16" => new(2, false, b => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(b) << 16)), // the upper half of an F32
        "F16" => new(2, false, b => (double)BinaryPrimitives.ReadHalfLittleEndian(b)),
        "F32" => new(4, false, b => BinaryPrimitives.ReadSingleLittleEndian(b)),
        "F64" => new(8, false, BinaryPrimitives.ReadDoubleLittleEndian),
        "I64" => new(8, true, b => BinaryPrimitives.ReadInt64LittleEndian(b)),
        _ => null,
    };

    /// <summary>The name of a type that NumPy describes so.</summary>
    public static string NameOf(string description) => description switch { "<f4" => "F32", "<f8" => "F64", _ => "I64" };
}
