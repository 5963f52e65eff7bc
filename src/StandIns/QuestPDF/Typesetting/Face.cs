using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Typesetting;

/// <summary>A font at a size and colour, ready to measure and draw. Lengths in points.</summary>
internal sealed class Face : IDisposable
{
    private const float ItalicSlant = -0.2f;

    public Face(TextStyle style, bool inDrawing)
    {
        var size = style.Size!.Value;
        var typeface = FontFiles.Nearest(style.Family!, style.Weight!.Value, inDrawing);
        Font = new SKFont(typeface, size)
        {
            // Widths must scale with the size and not depend on the pixels of a screen.
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            SkewX = style.Italic!.Value ? ItalicSlant : 0,
        };
        Paint = new SKPaint { Color = style.Colour!.Value, IsAntialias = true };
        (Ascent, Descent) = LineExtent(typeface, size, style.LineHeight!.Value);
    }

    public SKFont Font { get; }
    public SKPaint Paint { get; }

    /// <summary>Space of a line above and below the base line.</summary>
    public float Ascent { get; }
    public float Descent { get; }

    /// <exception cref="DocumentDrawingException">The font lacks a character: leaving it out would change what the text says.</exception>
    public float Width(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Font.ContainsGlyph(rune.Value))
                throw new DocumentDrawingException($"the font {Font.Typeface.FamilyName} lacks U+{rune.Value:X4} '{rune}' in \"{text}\"");
        }
        return Font.MeasureText(text);
    }

    public void Dispose()
    {
        Font.Dispose();
        Paint.Dispose();
    }

    private static (float Ascent, float Descent) LineExtent(SKTypeface typeface, float size, float lineHeight)
    {
        using var font = new SKFont(typeface, size) { LinearMetrics = true, Hinting = SKFontHinting.None };
        var metrics = font.Metrics;
        var natural = metrics.Descent - metrics.Ascent;
        var stretch = lineHeight == 0 ? 1 : lineHeight * size / natural;
        return (-metrics.Ascent * stretch, metrics.Descent * stretch);
    }
}
