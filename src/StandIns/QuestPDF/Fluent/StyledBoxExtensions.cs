using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

/// <summary>Border of an element.</summary>
public static class StyledBoxExtensions
{
    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Box>(box => box.Left += value);

    public static IContainer BorderTop(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Box>(box => box.Top += value);

    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Box>(box => box.Bottom += value);

    public static IContainer BorderColor(this IContainer element, Color color) =>
        element.Merge<Box>(box => box.BorderColour = color.Value);
}
