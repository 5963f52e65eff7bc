using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

internal static class SvgShapes
{
    /// <summary>The outline of an element, or <c>null</c> when it is no shape.</summary>
    public static SKPath? Outline(XElement element)
    {
        float Number(string name) => SvgNumbers.Attribute(element, name);
        switch (element.Name.LocalName)
        {
            case "path":
                return SKPath.ParseSvgPathData(element.Attribute("d")?.Value ?? "")
                    ?? throw SvgError.Unsupported(element, $"expected path data, got '{element.Attribute("d")?.Value}'");
            case "polyline" or "polygon":
                var points = new SKPathBuilder();
                points.AddPoly(SvgNumbers.Points(element), close: element.Name.LocalName == "polygon");
                return points.Detach();
            case "line":
                var line = new SKPathBuilder();
                line.MoveTo(Number("x1"), Number("y1"));
                line.LineTo(Number("x2"), Number("y2"));
                return line.Detach();
            case "rect":
                var rectangle = new SKPathBuilder();
                var (rx, ry) = (Number("rx"), Number("ry"));
                rectangle.AddRoundRect(
                    SKRect.Create(Number("x"), Number("y"), Number("width"), Number("height")), Math.Max(rx, ry), Math.Max(rx, ry));
                return rectangle.Detach();
            case "circle":
                var circle = new SKPathBuilder();
                circle.AddCircle(Number("cx"), Number("cy"), Number("r"));
                return circle.Detach();
            case "ellipse":
                var ellipse = new SKPathBuilder();
                ellipse.AddOval(new SKRect(
                    Number("cx") - Number("rx"), Number("cy") - Number("ry"), Number("cx") + Number("rx"), Number("cy") + Number("ry")));
                return ellipse.Detach();
            default:
                return null;
        }
    }
}
