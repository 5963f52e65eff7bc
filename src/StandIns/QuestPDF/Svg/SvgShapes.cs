using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

internal static class SvgShapes
{
    public static bool Has(XElement element) =>
        element.Name.LocalName is "path" or "polyline" or "polygon" or "line" or "rect" or "circle" or "ellipse";

    /// <summary>The outline of a shape.</summary>
    public static SKPath Outline(XElement element)
    {
        using var outline = new SKPathBuilder();
        float Number(string name) => SvgNumbers.Attribute(element, name);
        switch (element.Name.LocalName)
        {
            case "path":
                var data = element.Attribute("d")?.Value ?? "";
                return SKPath.ParseSvgPathData(data) ?? throw SvgError.Unsupported(element, $"expected path data, got '{data}'");
            case "polyline" or "polygon":
                outline.AddPoly(SvgNumbers.Points(element), close: element.Name.LocalName == "polygon");
                break;
            case "line":
                outline.MoveTo(Number("x1"), Number("y1"));
                outline.LineTo(Number("x2"), Number("y2"));
                break;
            case "rect":
                var radius = Math.Max(Number("rx"), Number("ry"));
                outline.AddRoundRect(SKRect.Create(Number("x"), Number("y"), Number("width"), Number("height")), radius, radius);
                break;
            case "circle":
                outline.AddCircle(Number("cx"), Number("cy"), Number("r"));
                break;
            case "ellipse":
                var oval = new SKRect(Number("cx"), Number("cy"), Number("cx"), Number("cy"));
                oval.Inflate(Number("rx"), Number("ry"));
                outline.AddOval(oval);
                break;
            default:
                throw SvgError.Unsupported(element);
        }
        return outline.Detach();
    }
}
