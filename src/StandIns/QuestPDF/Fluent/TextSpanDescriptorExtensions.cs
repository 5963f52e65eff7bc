using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class TextSpanDescriptorExtensions
{
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor => descriptor.Change(before => style.Over(before));

    /// <summary>Only the first family is used.</summary>
    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontFamily(values));

    /// <summary>In points.</summary>
    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontSize(value));

    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontColor(color));

    /// <summary>Distance of base lines in font sizes.</summary>
    public static T LineHeight<T>(this T descriptor, float factor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.LineHeight(factor));

    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Italic(value));

    public static T SemiBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.SemiBold());

    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Bold());

    public static T Subscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Subscript());

    public static T Superscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Superscript());

    private static T Change<T>(this T descriptor, Func<TextStyle, TextStyle> change)
        where T : TextSpanDescriptor
    {
        descriptor.Span.Style = change(descriptor.Span.Style);
        return descriptor;
    }
}
