using SkiaSharp;

namespace QuestPDF.Infrastructure;

/// <summary>How text looks; what a style leaves open comes from the text around it.</summary>
public record TextStyle
{
    /// <summary>The style that leaves everything open.</summary>
    public static TextStyle Default { get; } = new();

    internal TextStyle()
    {
    }

    internal static TextStyle Root { get; } = new()
    {
        Family = "Lato",
        Size = 12,
        Colour = SKColors.Black,
        LineHeight = 0,
        Weight = 400,
        Italic = false,
    };

    internal string? Family { get; init; }
    internal float? Size { get; init; }
    internal SKColor? Colour { get; init; }

    /// <summary>Distance of base lines in font sizes; 0: what the font asks for.</summary>
    internal float? LineHeight { get; init; }

    internal int? Weight { get; init; }
    internal bool? Italic { get; init; }

    internal TextStyle Over(TextStyle below) => new()
    {
        Family = Family ?? below.Family,
        Size = Size ?? below.Size,
        Colour = Colour ?? below.Colour,
        LineHeight = LineHeight ?? below.LineHeight,
        Weight = Weight ?? below.Weight,
        Italic = Italic ?? below.Italic,
    };
}
