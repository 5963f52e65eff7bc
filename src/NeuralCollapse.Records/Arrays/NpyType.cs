using System.Buffers.Binary;

namespace NeuralCollapse.Records;

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
