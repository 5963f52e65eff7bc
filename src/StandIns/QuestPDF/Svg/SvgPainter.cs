using System.Xml.Linq;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>Draws the elements of a drawing.</summary>
internal sealed class SvgPainter(SKCanvas canvas, XElement root, Faces faces)
{
    public void PaintChildren(XElement parent, SvgStyle style)
    {
        foreach (var child in parent.Elements())
            Paint(child, style);
    }

    private void Paint(XElement element, SvgStyle around)
    {
        if (element.Name.LocalName is "defs" or "clipPath" or "title" or "desc" or "metadata")
            return;
        if (element.Name.LocalName is not ("g" or "text") && !SvgShapes.Has(element))
            throw SvgError.Unsupported(element);
        var style = around.Of(element);
        canvas.Save();
        canvas.Concat(SvgTransform.Of(element));
        Clip(element);
        if (style.Opacity < 1)
        {
            using var veil = new SKPaint { Color = SKColors.Black.WithAlpha(Alpha(style.Opacity)) };
            canvas.SaveLayer(veil);
        }
        PaintContent(element, style);
        if (style.Opacity < 1)
            canvas.Restore();
        canvas.Restore();
    }

    private void PaintContent(XElement element, SvgStyle style)
    {
        if (element.Name.LocalName == "g")
        {
            PaintChildren(element, style);
            return;
        }
        if (element.Name.LocalName == "text")
        {
            new SvgText(canvas, faces).Paint(element, style);
            return;
        }
        using var outline = SvgShapes.Outline(element);
        if (element.HasElements)
            throw SvgError.Unsupported(element.Elements().First());
        outline.FillType = style.FillRule;
        Fill(outline, style);
        Stroke(outline, style);
    }

    private void Fill(SKPath outline, SvgStyle style)
    {
        if (style.Fill is not { } fill)
            return;
        using var paint = new SKPaint { IsAntialias = true, Color = fill.WithAlpha(Alpha(style.FillOpacity)) };
        canvas.DrawPath(outline, paint);
    }

    private void Stroke(SKPath outline, SvgStyle style)
    {
        if (style.Stroke is not { } stroke || style.StrokeWidth <= 0)
            return;
        using var dashes = style.Dashes.Length == 0 ? null : SKPathEffect.CreateDash(Even(style.Dashes), 0);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            Color = stroke.WithAlpha(Alpha(style.StrokeOpacity)),
            StrokeWidth = style.StrokeWidth,
            StrokeCap = style.Cap,
            StrokeJoin = style.Join,
            StrokeMiter = style.MiterLimit,
            PathEffect = dashes,
        };
        canvas.DrawPath(outline, paint);
    }

    private void Clip(XElement element)
    {
        if (element.Attribute("clip-path")?.Value is not { } reference || reference == "none")
            return;
        var id = reference.Replace("url(#", "", StringComparison.Ordinal).TrimEnd(')');
        var clip = root.Descendants().FirstOrDefault(other => other.Name.LocalName == "clipPath" && other.Attribute("id")?.Value == id)
            ?? throw SvgError.Unsupported(element, $"clip-path=\"{reference}\" names no clipPath");
        using var area = new SKPath();
        foreach (var shape in clip.Elements())
        {
            using var outline = SvgShapes.Outline(shape);
            outline.Transform(SvgTransform.Of(shape));
            area.Op(outline, SKPathOp.Union, area);
        }
        canvas.ClipPath(area, antialias: true);
    }

    private static byte Alpha(float opacity) => (byte)Math.Round(Math.Clamp(opacity, 0, 1) * 255);

    // An odd number of dashes and gaps is run through twice.
    private static float[] Even(float[] dashes) => dashes.Length % 2 == 0 ? dashes : [.. dashes, .. dashes];
}
