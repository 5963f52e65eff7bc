using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>What an element takes over from the elements around it.</summary>
internal sealed record SvgStyle
{
    public static SvgStyle Root { get; } = new();

    public SKColor? Fill { get; init; } = SKColors.Black;
    public float FillOpacity { get; init; } = 1;
    public SKPathFillType FillRule { get; init; } = SKPathFillType.Winding;
    public SKColor? Stroke { get; init; }
    public float StrokeOpacity { get; init; } = 1;
    public float StrokeWidth { get; init; } = 1;
    public float[] Dashes { get; init; } = [];
    public SKStrokeCap Cap { get; init; } = SKStrokeCap.Butt;
    public SKStrokeJoin Join { get; init; } = SKStrokeJoin.Miter;
    public float MiterLimit { get; init; } = 4;
    public string FontFamily { get; init; } = "sans-serif";
    public float FontSize { get; init; } = 16;
    public int FontWeight { get; init; } = 400;
    public bool Italic { get; init; }

    /// <summary>Share of the width of a text that stands left of its place.</summary>
    public float Anchor { get; init; }

    /// <summary>Opacity of the element as a whole; not taken over.</summary>
    public float Opacity { get; init; } = 1;

    /// <summary>The style of an element within this one.</summary>
    public SvgStyle Of(XElement element) =>
        SvgAttributes.Presentation(element).Aggregate(
            this with { Opacity = 1 },
            (style, property) => style.With(element, property.Name, property.Value));

    private SvgStyle With(XElement element, string name, string value) => name switch
    {
        "fill" => this with { Fill = SvgColours.Parse(element, value) },
        "fill-opacity" => this with { FillOpacity = SvgNumbers.Length(element, value) },
        "fill-rule" => this with { FillRule = Rule(element, value) },
        "stroke" => this with { Stroke = SvgColours.Parse(element, value) },
        "stroke-opacity" => this with { StrokeOpacity = SvgNumbers.Length(element, value) },
        "stroke-width" => this with { StrokeWidth = SvgNumbers.Length(element, value) },
        "stroke-dasharray" => this with { Dashes = value == "none" ? [] : SvgNumbers.List(element, value) },
        "stroke-linecap" => this with { Cap = Choose<SKStrokeCap>(element, name, value) },
        "stroke-linejoin" => this with { Join = Choose<SKStrokeJoin>(element, name, value) },
        "stroke-miterlimit" => this with { MiterLimit = SvgNumbers.Length(element, value) },
        "font-family" => this with { FontFamily = value },
        "font-size" => this with { FontSize = SvgNumbers.Length(element, value) },
        "font-weight" => this with { FontWeight = Weight(element, value) },
        "font-style" => this with { Italic = Choose(element, name, value, ("normal", false), ("italic", true)) },
        "text-anchor" => this with { Anchor = Choose(element, name, value, ("start", 0f), ("middle", 0.5f), ("end", 1f)) },
        "opacity" => this with { Opacity = SvgNumbers.Length(element, value) },
        _ => throw SvgError.Unsupported(element, $"the attribute {name} is not supported"),
    };

    private static SKPathFillType Rule(XElement element, string value) =>
        Choose(element, "fill-rule", value, ("nonzero", SKPathFillType.Winding), ("evenodd", SKPathFillType.EvenOdd));

    private static int Weight(XElement element, string value) => value switch
    {
        "normal" => 400,
        "bold" => 700,
        _ => (int)SvgNumbers.Length(element, value),
    };

    /// <summary>One of an enumeration of Skia whose names are those of SVG.</summary>
    private static T Choose<T>(XElement element, string name, string value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw SvgError.Unsupported(element, $"{name}=\"{value}\" is not supported");

    private static T Choose<T>(XElement element, string name, string value, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Name == value)
                return choice.Value;
        }
        throw SvgError.Unsupported(element, $"{name}=\"{value}\" is not supported");
    }
}
