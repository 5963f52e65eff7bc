using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class TextStyleExtensions
{
    private const int SemiBoldWeight = 600;
    private const int BoldWeight = 700;

    /// <summary>Only the first family is used.</summary>
    public static TextStyle FontFamily(this TextStyle style, params string[] values) => style with { Family = values[0] };

    /// <summary>In points.</summary>
    public static TextStyle FontSize(this TextStyle style, float value) => style with { Size = value };

    public static TextStyle FontColor(this TextStyle style, Color color) => style with { Colour = color.Value };

    /// <summary>Distance of base lines in font sizes; <c>null</c>: what the font asks for.</summary>
    public static TextStyle LineHeight(this TextStyle style, float? factor) => style with { LineHeight = factor ?? 0 };

    public static TextStyle SemiBold(this TextStyle style) => style with { Weight = SemiBoldWeight };

    public static TextStyle Bold(this TextStyle style) => style with { Weight = BoldWeight };
}

public static class TextSpanDescriptorExtensions
{
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor
    {
        descriptor.Span.Style = style.Over(descriptor.Span.Style);
        return descriptor;
    }

    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Style(TextStyle.Default with { Italic = value });
}
