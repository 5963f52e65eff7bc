using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

/// <summary>Limits of the size of an element.</summary>
public static class ConstrainedExtensions
{
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.MinWidth(value, unit).MaxWidth(value, unit);

    public static IContainer MinWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Constrained>(limits => limits.MinWidth = value.ToPoints(unit));

    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Constrained>(limits => limits.MaxWidth = value.ToPoints(unit));

    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.MinHeight(value, unit).MaxHeight(value, unit);

    public static IContainer MinHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Constrained>(limits => limits.MinHeight = value.ToPoints(unit));

    public static IContainer MaxHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Merge<Constrained>(limits => limits.MaxHeight = value.ToPoints(unit));
}
