using System.Text.RegularExpressions;
using System.Xml.Linq;
using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>Draws the elements of a drawing.</summary>
internal sealed partial class SvgPainter(SKCanvas canvas, Faces faces)
{
    public void PaintChildren(XElement parent, SvgStyle style)
    {
        foreach (var child in parent.Elements())
            Paint(child, style.Of(child));
    }

    private void Paint(XElement element, SvgStyle style)
    {
        canvas.Save();
        canvas.Concat(Transform(element));
        switch (element.Name.LocalName)
        {
            case "g":
                PaintChildren(element, style);
                break;
            case "text":
                PaintText(element, style);
                break;
            default:
                using (var outline = SvgShapes.Outline(element))
                    PaintShape(outline, style);
                break;
        }
        canvas.Restore();
    }

    private void PaintShape(SKPath outline, SvgStyle style)
    {
        if (style.Fill is { } fill)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = Faded(fill, style.FillOpacity) };
            canvas.DrawPath(outline, paint);
        }
        if (style.Stroke is { } stroke && style.StrokeWidth > 0)
        {
            using var dashes = style.Dashes.Length == 0 ? null : SKPathEffect.CreateDash(style.Dashes, 0);
            using var paint = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                Color = Faded(stroke, style.StrokeOpacity),
                StrokeWidth = style.StrokeWidth,
                StrokeCap = style.Cap,
                StrokeJoin = style.Join,
                PathEffect = dashes,
            };
            canvas.DrawPath(outline, paint);
        }
    }

    private static SKColor Faded(SKColor colour, float opacity) => colour.WithAlpha((byte)Math.Round(Math.Clamp(opacity, 0, 1) * 255));

    private void PaintText(XElement element, SvgStyle style)
    {
        if (element.HasElements)
            throw element.Elements().First().Unsupported();
        var face = faces.For(
            TextStyle.Root with { Family = style.FontFamily, Size = style.FontSize, Weight = style.FontWeight, Colour = style.Fill ?? SKColors.Transparent },
            inDrawing: true);
        var text = element.Value;
        var left = element.Number("x") - (style.Anchor * face.Width(text));
        canvas.DrawText(text, left, element.Number("y"), SKTextAlign.Left, face.Font, face.Paint);
    }

    private static SKMatrix Transform(XElement element) => element.Attribute("transform")?.Value switch
    {
        null => SKMatrix.Identity,
        var text when Rotation().Match(text) is { Success: true } match && element.ReadNumbers(match.Groups[1].Value) is [var degrees, var x, var y] =>
            SKMatrix.CreateRotationDegrees(degrees, x, y),
        var text when Translation().Match(text) is { Success: true } match && element.ReadNumbers(match.Groups[1].Value) is [var x, var y] =>
            SKMatrix.CreateTranslation(x, y),
        var text => throw element.Unsupported($"expected a transform such as rotate(-90 10 20) or translate(10 20), got '{text}'"),
    };

    [GeneratedRegex(@"^rotate\(([^)]*)\)$")]
    private static partial Regex Rotation();

    [GeneratedRegex(@"^translate\(([^)]*)\)$")]
    private static partial Regex Translation();
}
