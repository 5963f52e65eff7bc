using System.Buffers.Binary;
using System.Text.Json;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>What the header of a .safetensors file says of one tensor; offsets count from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>How many numbers the shape asks for.</summary>
    public long Count => Shape.Aggregate(1L, (product, extent) => product * extent);

    /// <param name="name">Name of the tensor.</param>
    /// <param name="element">Its value in the header.</param>
    /// <param name="source">What errors name: file and tensor.</param>
    /// <exception cref="UserErrorException">Not exactly a known dtype, a shape, and two offsets so far apart as these ask for.</exception>
    public static SafetensorsEntry Parse(string name, JsonElement element, string source)
    {
        UserErrorException Wrong(string expected, object got) => new($"{source}: expected {expected}, got {got}");
        if (element.ValueKind != JsonValueKind.Object || !element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["data_offsets", "dtype", "shape"]))
            throw Wrong("an object with dtype, shape and data_offsets", element);
        var (dtype, shape, offsets) = (element.GetProperty("dtype"), element.GetProperty("shape"), element.GetProperty("data_offsets"));
        if (dtype.ValueKind != JsonValueKind.String || SafetensorsType.Of(dtype.GetString()!) is not { } type)
            throw Wrong($"the dtype {SafetensorsType.Expected}", dtype);
        if (WholeNumbers(shape) is not { } extents)
            throw Wrong("a shape of whole numbers from 0", shape);
        if (WholeNumbers(offsets) is not [var begin, var end] || begin > end)
            throw Wrong("two data_offsets, the second not before the first", offsets);
        var count = 1L;
        foreach (var extent in extents)
        {
            if (extent > Array.MaxLength || (count *= extent) > Array.MaxLength)
                throw Wrong($"at most {Array.MaxLength} numbers", $"the shape {shape}");
        }
        return end - begin == count * type.Bytes
            ? new(name, type, [.. extents.Select(extent => (int)extent)], begin, end)
            : throw Wrong($"{count * type.Bytes} bytes for the shape {shape} of {dtype}", $"{end - begin}, from offset {begin} to {end}");
    }

    private static List<long>? WholeNumbers(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        var numbers = new List<long>();
        foreach (var element in list.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number) || number < 0)
                return null;
            numbers.Add(number);
        }
        return numbers;
    }
}

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
