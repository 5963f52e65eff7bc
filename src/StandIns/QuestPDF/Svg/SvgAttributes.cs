using System.Globalization;
using System.Xml.Linq;
using QuestPDF.Drawing.Exceptions;

namespace QuestPDF.Svg;

/// <summary>Reads the attributes of an element; the unit of the drawing is the pixel.</summary>
internal static class SvgAttributes
{
    private static readonly HashSet<string> Geometry =
        ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "d", "points", "transform", "viewBox"];

    /// <summary>Those that say how the element looks, not where it is.</summary>
    public static IEnumerable<XAttribute> Presentation(XElement element) =>
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !Geometry.Contains(attribute.Name.LocalName));

    /// <summary>The number of an attribute, or 0 without it.</summary>
    public static float Number(this XElement element, string name) =>
        element.Attribute(name)?.Value is { } text ? element.ReadNumber(text) : 0;

    public static float ReadNumber(this XElement element, string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw element.Unsupported($"expected a number, got '{text}'");

    public static float[] ReadNumbers(this XElement element, string text) =>
        [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(element.ReadNumber)];

    public static DocumentDrawingException Unsupported(this XElement element, string? reason = null) => new(reason is null
        ? $"Svg: the element <{element.Name.LocalName}> is not supported"
        : $"Svg: <{element.Name.LocalName}>: {reason}");
}
