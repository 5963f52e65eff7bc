using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public static class TextExtensions
{
    /// <summary>Sets text of one style.</summary>
    public static TextBlockDescriptor Text(this IContainer container, string? text)
    {
        var block = container.Hold(new TextBlock { Alignment = AlignmentOf(container) });
        block.Spans.Add(new TextSpan { Text = _ => text ?? "" });
        return new TextBlockDescriptor(block);
    }

    /// <summary>Sets text of several styles, with links and page numbers.</summary>
    public static void Text(this IContainer element, Action<TextDescriptor> content)
    {
        var descriptor = new TextDescriptor();
        descriptor.Block.Alignment = AlignmentOf(element);
        content(descriptor);
        element.DefaultTextStyle(_ => descriptor.Style).Hold(descriptor.Block);
    }

    // The lines of a text stand in it as the text stands in its space.
    private static TextAlignment AlignmentOf(IContainer container) =>
        container is Aligned aligned ? aligned.TextAlignment : TextAlignment.Left;
}
