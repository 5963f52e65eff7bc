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
    private readonly List<Run> chunk = [];
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
        var shift = new SKPoint(SvgNumbers.Attribute(element, "dx"), SvgNumbers.Attribute(element, "dy"));
        if (chunk.Count == 0)
            anchor = style.Anchor;
        var face = faces.For(TextStyleOf(element, style));
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                chunk.Add(new Run(Blanks().Replace(text.Value, " "), face, places, shift));
                shift = SKPoint.Empty;
            }
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
        pen.X -= anchor * chunk.Sum(run => run.Shift.X + run.Face.Width(run.Text));
        foreach (var run in chunk)
        {
            pen += run.Shift;
            Draw(run);
        }
        chunk.Clear();
    }

    private void Draw(Run run)
    {
        // A list of places is one for each character.
        var parts = run.Places.Length <= 1 ? [run.Text] : run.Text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts.Length > 1 && index < run.Places.Length)
                pen.X = run.Places[index];
            canvas.DrawText(parts[index], pen.X, pen.Y, SKTextAlign.Left, run.Face.Font, run.Face.Paint);
            pen.X += run.Face.Width(parts[index]);
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

    private sealed record Run(string Text, Face Face, float[] Places, SKPoint Shift);
}
