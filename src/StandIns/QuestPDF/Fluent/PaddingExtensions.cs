using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

/// <summary>Free space around an element.</summary>
public static class PaddingExtensions
{
    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = default) =>
        element.PaddingTop(value, unit).PaddingBottom(value, unit);

    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Padding>(padding => padding.Top += value);

    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Padding>(padding => padding.Bottom += value);

    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Padding>(padding => padding.Left += value);

    public static IContainer PaddingRight(this IContainer element, float value, Unit unit = default) =>
        element.Merge<Padding>(padding => padding.Right += value);
}
