using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

internal static class SvgShapes
{
    /// <summary>The outline of a shape.</summary>
    public static SKPath Outline(XElement element)
    {
        if (element.HasElements)
            throw element.Elements().First().Unsupported();
        using var outline = new SKPathBuilder();
        switch (element.Name.LocalName)
        {
            case "path":
                var data = element.Attribute("d")?.Value ?? "";
                return SKPath.ParseSvgPathData(data) ?? throw element.Unsupported($"expected path data, got '{data}'");
            case "polygon":
                var corners = element.ReadNumbers(element.Attribute("points")?.Value ?? "").Chunk(2);
                outline.AddPoly([.. corners.Select(corner => new SKPoint(corner[0], corner[1]))], close: true);
                break;
            case "line":
                outline.MoveTo(element.Number("x1"), element.Number("y1"));
                outline.LineTo(element.Number("x2"), element.Number("y2"));
                break;
            case "rect":
                outline.AddRect(SKRect.Create(element.Number("x"), element.Number("y"), element.Number("width"), element.Number("height")));
                break;
            case "circle":
                outline.AddCircle(element.Number("cx"), element.Number("cy"), element.Number("r"));
                break;
            default:
                throw element.Unsupported();
        }
        return outline.Detach();
    }
}
