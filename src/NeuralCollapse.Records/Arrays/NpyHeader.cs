using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>What stands before the numbers of a .npy file: their type, order and shape (NumPy enhancement proposal 1).</summary>
internal sealed partial record NpyHeader
{
    private const int LongestHeader = 1 << 16;

    public required NpyType Type { get; init; }

    /// <summary>Whether the first axis runs fastest.</summary>
    public required bool IsFortran { get; init; }

    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>How many numbers the shape asks for.</summary>
    public required int Count { get; init; }

    /// <summary>Reads the header and leaves the stream at the first number.</summary>
    /// <param name="stream">A .npy file from its beginning.</param>
    /// <param name="source">What errors name: file and array.</param>
    /// <exception cref="UserErrorException">No .npy file, or not of numbers.</exception>
    public static NpyHeader Read(Stream stream, string source)
    {
        var start = Bytes(stream, 8, source);
        if (!start.Take(6).SequenceEqual<byte>([0x93, .. "NUMPY"u8]) || start[6] is < 1 or > 3)
            throw new UserErrorException($"{source}: expected a .npy array of format 1, 2 or 3, got bytes {Convert.ToHexString(start)}");
        var length = start[6] == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes(stream, 2, source))
            : BinaryPrimitives.ReadUInt32LittleEndian(Bytes(stream, 4, source));
        if (length > LongestHeader)
            throw new UserErrorException($"{source}: expected a header of at most {LongestHeader} bytes, got {length}");
        return Parse(Encoding.UTF8.GetString(Bytes(stream, (int)length, source)), source);
    }

    private static NpyHeader Parse(string text, string source)
    {
        var (order, shape) = (Order().Match(text), Extents().Match(text));
        if (!order.Success || !shape.Success || !Described().IsMatch(text))
            throw new UserErrorException($"{source}: expected a header with descr, fortran_order and shape, got {text.Trim()}");
        var description = Description().Match(text).Groups[1].Value;
        if (NpyType.Of(description) is not { } type)
        {
            throw new UserErrorException(
                $"{source}: expected {NpyType.Expected}, got {(description.Length == 0 ? "a structured type" : description)}{Why(description)}");
        }

        var count = 1L;
        var extents = new List<int>();
        foreach (var number in shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var extent) || (count *= extent) > Array.MaxLength)
                throw new UserErrorException($"{source}: expected at most {Array.MaxLength} numbers, got the shape ({shape.Groups[1].Value})");
            extents.Add(extent);
        }

        return new() { Type = type, IsFortran = order.Groups[1].Value == "True", Shape = extents, Count = (int)count };
    }

    private static string Why(string description) => description switch
    {
        [_, 'O', ..] => ": Python objects are pickled, and loading them would run code\n  remedy: save a plain array, such as np.asarray(..., np.float32)",
        [_, 'V', '2'] => ", as bfloat16 is saved\n  remedy: save float32, such as tensor.float().cpu().numpy()",
        [_, 'b', ..] => " (bool)\n  remedy: save whole numbers, such as y.astype(np.int64)",
        _ => "",
    };

    private static byte[] Bytes(Stream stream, int count, string source)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count
            ? bytes
            : throw new UserErrorException($"{source}: expected the header of a .npy array, got the end of the data");
    }

    [GeneratedRegex("'descr'\\s*:\\s*['\\[]")]
    private static partial Regex Described();

    [GeneratedRegex("'descr'\\s*:\\s*'([^']*)'")]
    private static partial Regex Description();

    [GeneratedRegex("'fortran_order'\\s*:\\s*(True|False)")]
    private static partial Regex Order();

    [GeneratedRegex("'shape'\\s*:\\s*\\(([0-9, ]*)\\)")]
    private static partial Regex Extents();
}

/// <summary>A type of number in a .npy file: byte order, kind and bytes, such as <c>&lt;f4</c>.</summary>
internal sealed record NpyType(int Bytes, bool IsWhole, Func<ReadOnlySpan<byte>, double> Read)
{
    public const string Expected = "numbers of type f2, f4, f8, i1, i2, i4, i8, u1, u2, u4 or u8, of either byte order";

    /// <summary>The type of a description, or null where it is none of numbers: bool, complex, text, or Python objects, which need unpickling.</summary>
    public static NpyType? Of(string description) => description.Length < 2 ? null : (description[0], description[1..]) switch
    {
        ('|' or '<' or '>' or '=', "i1") => new(1, true, b => (sbyte)b[0]),
        ('|' or '<' or '>' or '=', "u1") => new(1, true, b => b[0]),
        ('<', "f2") => new(2, false, b => (double)BinaryPrimitives.ReadHalfLittleEndian(b)),
        ('>', "f2") => new(2, false, b => (double)BinaryPrimitives.ReadHalfBigEndian(b)),
        ('<', "f4") => new(4, false, b => BinaryPrimitives.ReadSingleLittleEndian(b)),
        ('>', "f4") => new(4, false, b => BinaryPrimitives.ReadSingleBigEndian(b)),
        ('<', "f8") => new(8, false, BinaryPrimitives.ReadDoubleLittleEndian),
        ('>', "f8") => new(8, false, BinaryPrimitives.ReadDoubleBigEndian),
        ('<', "i2") => new(2, true, b => BinaryPrimitives.ReadInt16LittleEndian(b)),
        ('>', "i2") => new(2, true, b => BinaryPrimitives.ReadInt16BigEndian(b)),
        ('<', "i4") => new(4, true, b => BinaryPrimitives.ReadInt32LittleEndian(b)),
        ('>', "i4") => new(4, true, b => BinaryPrimitives.ReadInt32BigEndian(b)),
        ('<', "i8") => new(8, true, b => BinaryPrimitives.ReadInt64LittleEndian(b)),
        ('>', "i8") => new(8, true, b => BinaryPrimitives.ReadInt64BigEndian(b)),
        ('<', "u2") => new(2, true, b => BinaryPrimitives.ReadUInt16LittleEndian(b)),
        ('>', "u2") => new(2, true, b => BinaryPrimitives.ReadUInt16BigEndian(b)),
        ('<', "u4") => new(4, true, b => BinaryPrimitives.ReadUInt32LittleEndian(b)),
        ('>', "u4") => new(4, true, b => BinaryPrimitives.ReadUInt32BigEndian(b)),
        ('<', "u8") => new(8, true, b => BinaryPrimitives.ReadUInt64LittleEndian(b)),
        ('>', "u8") => new(8, true, b => BinaryPrimitives.ReadUInt64BigEndian(b)),
        _ => null,
    };
}
