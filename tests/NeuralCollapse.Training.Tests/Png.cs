using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuralCollapse.Training.Tests;

/// <summary>Writes PNG files of any depth and colour type, which the library that reads them cannot.</summary>
internal static class Png
{
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">Bits of a sample.</param>
    /// <param name="colour">Colour type: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
    /// <param name="rows">The bytes of all rows, packed.</param>
    /// <param name="palette">Red, green and blue of each entry.</param>
    public static byte[] Of(int width, int height, byte depth, byte colour, byte[] rows, byte[]? palette = null) =>
    [
        0x89, .. "PNG\r\n\x1a\n"u8,
        .. Chunk("IHDR"u8, [.. BigEndian((uint)width), .. BigEndian((uint)height), depth, colour, 0, 0, 0]),
        .. palette is null ? [] : Chunk("PLTE"u8, palette),
        .. Chunk("IDAT"u8, Compressed([.. rows.Chunk(rows.Length / height).SelectMany(row => row.Prepend((byte)0))])), // 0: unfiltered
        .. Chunk("IEND"u8, []),
    ];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] checkedBytes = [.. type, .. content];
        return [.. BigEndian((uint)content.Length), .. checkedBytes, .. BigEndian(Crc32(checkedBytes))];
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
            zlib.Write(bytes);
        return compressed.ToArray();
    }

    private static uint Crc32(byte[] bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var value in bytes)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
                remainder = (remainder >> 1) ^ (0xedb88320 & (0 - (remainder & 1)));
        }

        return ~remainder;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
