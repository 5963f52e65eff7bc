using System.Text.RegularExpressions;
using System.Xml.Linq;
using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>Draws a text with its spans.</summary>
internal sealed partial class SvgText(SKCanvas canvas, Faces faces)
{
    private readonly List<(string Text, Face Face, float[] Places)> chunk = [];
    private SKPoint pen;
    private float anchor;

    public void Paint(XElement text, SvgStyle style)
    {
        Read(text, style);
        Flush();
    }

    private void Read(XElement element, SvgStyle style)
    {
        var places = SvgNumbers.List(element, element.Attribute("x")?.Value ?? "");
        var heights = SvgNumbers.List(element, element.Attribute("y")?.Value ?? "");
        if (places.Length > 0 || heights.Length > 0)
        {
            Flush();
            pen = new SKPoint(places.FirstOrDefault(pen.X), heights.FirstOrDefault(pen.Y));
        }
        if (heights.Distinct().Skip(1).Any())
            throw SvgError.Unsupported(element, "characters at different heights are not supported");
        pen.Offset(SvgNumbers.Attribute(element, "dx"), SvgNumbers.Attribute(element, "dy"));
        if (chunk.Count == 0)
            anchor = style.Anchor;
        var face = faces.For(TextStyleOf(element, style));
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
                chunk.Add((Blanks().Replace(text.Value, " "), face, places));
            else if (node is XElement { Name.LocalName: "tspan" } span)
                Read(span, style.Of(span));
            else if (node is XElement other)
                throw SvgError.Unsupported(other);
        }
    }

    private void Flush()
    {
        if (chunk.Count == 0)
            return;
        chunk[0] = chunk[0] with { Text = chunk[0].Text.TrimStart() };
        chunk[^1] = chunk[^1] with { Text = chunk[^1].Text.TrimEnd() };
        pen.X -= anchor * chunk.Sum(run => run.Face.Width(run.Text));
        foreach (var (text, face, places) in chunk)
        {
            Draw(text, face, places);
            pen.X += face.Width(text);
        }
        chunk.Clear();
    }

    private void Draw(string text, Face face, float[] places)
    {
        if (places.Length <= 1)
        {
            canvas.DrawText(text, pen.X, pen.Y, SKTextAlign.Left, face.Font, face.Paint);
            return;
        }
        var characters = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        for (var index = 0; index < characters.Length; index++)
        {
            if (index < places.Length)
                pen.X = places[index];
            canvas.DrawText(characters[index], pen.X, pen.Y, SKTextAlign.Left, face.Font, face.Paint);
            if (index >= places.Length - 1)
                pen.X += face.Width(characters[index]);
        }
    }

    private static TextStyle TextStyleOf(XElement element, SvgStyle style) => TextStyle.Root with
    {
        Family = style.FontFamily.Split(',').Select(family => family.Trim(' ', '\'', '"')).FirstOrDefault(FontManager.Has)
            ?? throw SvgError.Unsupported(element, $"expected a registered font family, got '{style.FontFamily}'"),
        Size = style.FontSize,
        Weight = style.FontWeight,
        Italic = style.Italic,
        Colour = (style.Fill ?? SKColors.Transparent).WithAlpha((byte)Math.Round((style.Fill is null ? 0 : style.FillOpacity) * 255)),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
