using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class ConstrainedExtensions
{
    /// <summary>Gives the content no more than a width.</summary>
    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = default) =>
        element.Hold(new Narrowed { Width = value });
}
