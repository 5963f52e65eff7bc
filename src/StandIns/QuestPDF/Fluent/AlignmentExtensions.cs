using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

/// <summary>Where an element stands in its space.</summary>
public static class AlignmentExtensions
{
    public static IContainer AlignCenter(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Horizontal = 0.5f);

    public static IContainer AlignRight(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Horizontal = 1);

    public static IContainer AlignBottom(this IContainer element) => element.Merge<Aligned>(aligned => aligned.Vertical = 1);
}
