using System.Globalization;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;
using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public static class TextExtensions
{
    /// <summary>Sets text of one style.</summary>
    public static TextBlockDescriptor Text(this IContainer container, string? text)
    {
        var block = container.Hold(new TextBlock());
        block.Spans.Add(new TextSpan { Text = _ => text ?? "" });
        return new TextBlockDescriptor(block);
    }

    /// <summary>Sets text of several styles, with page numbers.</summary>
    public static void Text(this IContainer element, Action<TextDescriptor> content) =>
        content(new TextDescriptor(element.Hold(new TextBlock())));
}

public class TextSpanDescriptor
{
    internal TextSpanDescriptor(TextSpan span) => Span = span;

    internal TextSpan Span { get; }
}

public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextBlock block;

    internal TextBlockDescriptor(TextBlock block)
        : base(block.Spans[0]) => this.block = block;

    public TextBlockDescriptor AlignRight()
    {
        block.IsOnTheRight = true;
        return this;
    }
}

public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    internal TextPageNumberDescriptor(TextSpan span)
        : base(span)
    {
    }
}

public sealed class TextDescriptor
{
    private readonly TextBlock block;

    internal TextDescriptor(TextBlock block) => this.block = block;

    /// <summary>Adds text.</summary>
    public TextSpanDescriptor Span(string? text) => new(Add(_ => text ?? ""));

    /// <summary>Adds text that leads to a section when it is clicked.</summary>
    public TextSpanDescriptor SectionLink(string? text, string sectionName) => new(Add(_ => text ?? "", sectionName));

    /// <summary>Adds the number of the page, counted from 1.</summary>
    public TextPageNumberDescriptor CurrentPageNumber() => Number(context => context.Page);

    /// <summary>Adds the number of pages of the document.</summary>
    public TextPageNumberDescriptor TotalPages() => Number(context => context.Assumed.TotalPages);

    /// <summary>Adds the number of the page on which a section begins.</summary>
    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) =>
        Number(context => context.Assumed.StartOf(sectionName));

    private TextPageNumberDescriptor Number(Func<PageContext, int> number) =>
        new(Add(context => number(context).ToString(CultureInfo.InvariantCulture)));

    private TextSpan Add(Func<PageContext, string> text, string? section = null)
    {
        var span = new TextSpan { Text = text, Section = section };
        block.Spans.Add(span);
        return span;
    }
}
