using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>What an element takes over from the elements around it.</summary>
internal sealed record SvgStyle
{
    public static SvgStyle Root { get; } = new();

    public SKColor? Fill { get; init; } = SKColors.Black;
    public SKColor? Stroke { get; init; }
    public float FillOpacity { get; init; } = 1;
    public float StrokeOpacity { get; init; } = 1;
    public float StrokeWidth { get; init; } = 1;
    public float[] Dashes { get; init; } = [];
    public SKStrokeCap Cap { get; init; } = SKStrokeCap.Butt;
    public SKStrokeJoin Join { get; init; } = SKStrokeJoin.Miter;
    public string FontFamily { get; init; } = "sans-serif";
    public float FontSize { get; init; } = 16;
    public int FontWeight { get; init; } = 400;

    /// <summary>Share of the width of a text that stands left of its place.</summary>
    public float Anchor { get; init; }

    /// <summary>The style of an element within this one.</summary>
    public SvgStyle Of(XElement element) => SvgAttributes.Presentation(element).Aggregate(
        this, (style, attribute) => style.With(element, attribute.Name.LocalName, attribute.Value));

    private SvgStyle With(XElement element, string name, string value) => (name, value) switch
    {
        ("fill", _) => this with { Fill = Colour(element, value) },
        ("stroke", _) => this with { Stroke = Colour(element, value) },
        ("fill-opacity", _) => this with { FillOpacity = element.ReadNumber(value) },
        ("stroke-opacity", _) => this with { StrokeOpacity = element.ReadNumber(value) },
        ("stroke-width", _) => this with { StrokeWidth = element.ReadNumber(value) },
        ("stroke-dasharray", _) => this with { Dashes = element.ReadNumbers(value) },
        ("stroke-linecap", "butt") => this with { Cap = SKStrokeCap.Butt },
        ("stroke-linecap", "round") => this with { Cap = SKStrokeCap.Round },
        ("stroke-linejoin", "round") => this with { Join = SKStrokeJoin.Round },
        ("font-family", _) => this with { FontFamily = value },
        ("font-size", _) => this with { FontSize = element.ReadNumber(value) },
        ("font-weight", "bold") => this with { FontWeight = 700 },
        ("text-anchor", "start") => this with { Anchor = 0 },
        ("text-anchor", "middle") => this with { Anchor = 0.5f },
        ("text-anchor", "end") => this with { Anchor = 1 },
        _ => throw element.Unsupported($"{name}=\"{value}\" is not supported"),
    };

    private static SKColor? Colour(XElement element, string text) => text switch
    {
        "none" => null,
        ['#', _, _, _, _, _, _] when SKColor.TryParse(text, out var colour) => colour,
        _ => throw element.Unsupported($"expected a colour such as #0072b2, or none, got '{text}'"),
    };
}
