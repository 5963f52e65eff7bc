using QuestPDF.Drawing.Exceptions;
using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>The fonts that documents may use.</summary>
public static class FontManager
{
    private static readonly List<SKTypeface> Typefaces = [];

    /// <summary>Adds a TrueType or OpenType font; family, weight and slant are read from it.</summary>
    /// <exception cref="ArgumentException">The stream holds no font.</exception>
    public static void RegisterFont(Stream stream)
    {
        using var data = SKData.Create(stream);
        var typeface = SKTypeface.FromData(data)
            ?? throw new ArgumentException("expected a TrueType or OpenType font, got something else", nameof(stream));
        lock (Typefaces)
            Typefaces.Add(typeface);
    }

    internal static bool Has(string family)
    {
        lock (Typefaces)
            return Typefaces.Exists(typeface => Matches(typeface, family));
    }

    /// <summary>The font of a family whose slant is right, if there is one, and whose weight is nearest.</summary>
    internal static SKTypeface Nearest(string family, int weight, bool italic)
    {
        lock (Typefaces)
        {
            return Typefaces
                .Where(typeface => Matches(typeface, family))
                .OrderBy(typeface => typeface.IsItalic == italic ? 0 : 1)
                .ThenBy(typeface => Math.Abs(typeface.FontWeight - weight))
                .FirstOrDefault()
                ?? throw new DocumentDrawingException(
                    $"expected a registered font family, got '{family}'; register its files with FontManager.RegisterFont");
        }
    }

    private static bool Matches(SKTypeface typeface, string family) =>
        string.Equals(typeface.FamilyName, family, StringComparison.OrdinalIgnoreCase);
}
