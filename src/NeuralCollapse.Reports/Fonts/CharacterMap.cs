using System.Buffers.Binary;

namespace NeuralCollapse.Reports;

/// <summary>Which characters a TrueType font can draw.</summary>
internal static class CharacterMap
{
    private const int Header = 12;
    private const int TableEntry = 16;
    private const int SubtableEntry = 8;
    private const int GroupEntry = 12;
    private const int Segmented = 12;

    /// <summary>The code points of its table <c>cmap</c>, as the OpenType specification describes format 12.</summary>
    /// <exception cref="InvalidDataException">When the bytes are no font, or it has no such table.</exception>
    public static IReadOnlySet<int> Of(byte[] font)
    {
        var map = Subtable(font);
        var codePoints = new HashSet<int>();
        for (var group = 0; group < Int32(font, map + Header); group++)
        {
            var start = map + Header + 4 + (group * GroupEntry);
            for (var codePoint = Int32(font, start); codePoint <= Int32(font, start + 4); codePoint++)
                codePoints.Add(codePoint);
        }

        return codePoints;
    }

    private static int Subtable(byte[] font)
    {
        for (var table = 0; font.Length >= Header + ((table + 1) * TableEntry) && table < Int16(font, 4); table++)
        {
            var entry = Header + (table * TableEntry);
            if (!font.AsSpan(entry, 4).SequenceEqual("cmap"u8))
                continue;
            var map = Int32(font, entry + 8);
            var subtables = Enumerable.Range(0, Int16(font, map + 2)).Select(i => map + Int32(font, map + 4 + (i * SubtableEntry) + 4));
            if (subtables.FirstOrDefault(offset => Int16(font, offset) == Segmented) is > 0 and var found)
                return found;
        }

        throw new InvalidDataException("expected a TrueType font with a character map of format 12, got something else");
    }

    private static int Int16(byte[] font, int offset) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(offset));

    private static int Int32(byte[] font, int offset) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(offset));
}
