using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Where an element stands in its space.</summary>
public static class AlignmentExtensions
{
    public static IContainer AlignLeft(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Horizontal = 0);

    public static IContainer AlignCenter(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Horizontal = 0.5f);

    public static IContainer AlignRight(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Horizontal = 1);

    public static IContainer AlignTop(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Vertical = 0);

    public static IContainer AlignMiddle(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Vertical = 0.5f);

    public static IContainer AlignBottom(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Vertical = 1);
}
