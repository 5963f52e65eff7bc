using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>Numbers and lengths of attributes; the unit of the drawing is the pixel.</summary>
internal static partial class SvgNumbers
{
    public static float Length(XElement element, string text)
    {
        var number = text.Trim();
        if (number.EndsWith("px", StringComparison.Ordinal))
            number = number[..^2];
        return float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw SvgError.Unsupported(element, $"expected a number, got '{text}'");
    }

    /// <summary>The length of an attribute, or 0 without it.</summary>
    public static float Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value is { } text ? Length(element, text) : 0;

    public static float[] List(XElement element, string text) =>
        [.. Separators().Split(text).Where(part => part.Length > 0).Select(part => Length(element, part))];

    public static SKRect Rectangle(XElement element, string text) => List(element, text) is [var x, var y, var width, var height]
        ? SKRect.Create(x, y, width, height)
        : throw SvgError.Unsupported(element, $"expected four numbers, got '{text}'");

    public static SKPoint[] Points(XElement element)
    {
        var numbers = List(element, element.Attribute("points")?.Value ?? "");
        return [.. numbers.Chunk(2).Select(pair => new SKPoint(pair[0], pair[1]))];
    }

    // A comma or space, or the place before a minus sign that is not an exponent's.
    [GeneratedRegex(@"[\s,]+|(?<=[\d.])(?=-)")]
    private static partial Regex Separators();
}
