using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

/// <summary>Background and border of an element.</summary>
public static class StyledBoxExtensions
{
    public static IContainer Background(this IContainer element, Color color) =>
        element.Merge<Box>(box => box.Background = color.Hex);

    public static IContainer Border(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.BorderLeft(value, unit).BorderRight(value, unit).BorderTop(value, unit).BorderBottom(value, unit);

    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Box>(box => box.Left += value.ToPoints(unit));

    public static IContainer BorderRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Box>(box => box.Right += value.ToPoints(unit));

    public static IContainer BorderTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Box>(box => box.Top += value.ToPoints(unit));

    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Box>(box => box.Bottom += value.ToPoints(unit));

    public static IContainer BorderColor(this IContainer element, Color color) =>
        element.Merge<Box>(box => box.BorderColour = color.Hex);
}
