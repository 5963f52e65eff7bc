using System.Globalization;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;
using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public sealed class TextDescriptor
{
    internal TextDescriptor()
    {
    }

    internal TextBlock Block { get; } = new();
    internal TextStyle Style { get; private set; } = TextStyle.Default;

    /// <summary>Changes the style of all text of the block.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> style) => Style = style(TextStyle.Default);

    public void AlignLeft() => Block.Alignment = TextAlignment.Left;

    public void AlignCenter() => Block.Alignment = TextAlignment.Center;

    public void AlignRight() => Block.Alignment = TextAlignment.Right;

    public void Justify() => Block.Alignment = TextAlignment.Justify;

    /// <summary>Adds text.</summary>
    public TextSpanDescriptor Span(string? text) => new(Add(text, null));

    /// <summary>Adds text and ends the line.</summary>
    public TextSpanDescriptor Line(string? text) => Span(text + "\n");

    /// <summary>Adds an empty line.</summary>
    public TextSpanDescriptor EmptyLine() => Span("\n");

    /// <summary>Adds text that leads to a section.</summary>
    public TextSpanDescriptor SectionLink(string? text, string sectionName) => new(Add(text, new Link(sectionName, Inside: true)));

    /// <summary>Adds text that leads to an address.</summary>
    public TextSpanDescriptor Hyperlink(string? text, string url) => new(Add(text, new Link(url, Inside: false)));

    /// <summary>Adds the number of the page, counted from 1.</summary>
    public TextPageNumberDescriptor CurrentPageNumber() => Number(context => context.Page);

    /// <summary>Adds the number of pages of the document.</summary>
    public TextPageNumberDescriptor TotalPages() => Number(context => context.Assumed.TotalPages);

    /// <summary>Adds the number of the page on which a section begins.</summary>
    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) =>
        Number(context => context.Assumed.StartOf(sectionName));

    private TextSpan Add(string? text, Link? link) => Add(new TextSpan { Text = _ => text ?? "", Link = link });

    private TextPageNumberDescriptor Number(Func<PageContext, int> number) =>
        new(Add(new TextSpan { Text = context => number(context).ToString(CultureInfo.InvariantCulture) }));

    private TextSpan Add(TextSpan span)
    {
        Block.Spans.Add(span);
        return span;
    }
}
