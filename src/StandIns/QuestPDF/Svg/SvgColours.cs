using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

internal static class SvgColours
{
    private static readonly Dictionary<string, SKColor> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = SKColors.Black,
        ["white"] = SKColors.White,
        ["red"] = SKColors.Red,
        ["green"] = SKColors.Green,
        ["blue"] = SKColors.Blue,
        ["gray"] = SKColors.Gray,
        ["grey"] = SKColors.Gray,
        ["silver"] = SKColors.Silver,
        ["orange"] = SKColors.Orange,
        ["purple"] = SKColors.Purple,
        ["yellow"] = SKColors.Yellow,
        ["cyan"] = SKColors.Cyan,
        ["magenta"] = SKColors.Magenta,
        ["lime"] = SKColors.Lime,
    };

    /// <summary>A colour, or <c>null</c> for none.</summary>
    public static SKColor? Parse(XElement element, string text)
    {
        var value = text.Trim();
        if (value is "none" or "transparent")
            return null;
        if (Names.TryGetValue(value, out var named))
            return named;
        if (value is ['#', _, _, _] or ['#', _, _, _, _, _, _] && SKColor.TryParse(value, out var hex))
            return hex;
        if (value.StartsWith("rgb(", StringComparison.Ordinal) && Components(value[4..].TrimEnd(')')) is [var red, var green, var blue])
            return new SKColor(red, green, blue);
        throw SvgError.Unsupported(element, $"expected a colour such as #rgb, #rrggbb, rgb(r,g,b) or a basic name, got '{text}'");
    }

    private static byte[] Components(string text)
    {
        var parts = text.Split(',');
        return parts.All(part => byte.TryParse(part, CultureInfo.InvariantCulture, out _))
            ? [.. parts.Select(part => byte.Parse(part, CultureInfo.InvariantCulture))]
            : [];
    }
}
