using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class PageExtensions
{
    /// <summary>Adds pages of one kind, as many as their content needs.</summary>
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler)
    {
        var pages = new PageSet();
        handler(new PageDescriptor(pages));
        ((DocumentContainer)document).PageSets.Add(pages);
        return document;
    }
}

public sealed class PageDescriptor
{
    private readonly PageSet pages;

    internal PageDescriptor(PageSet pages) => this.pages = pages;

    public void Size(PageSize pageSize) => pages.Size = pageSize;

    public void MarginVertical(float value, Unit unit = default) => pages.MarginVertical = value;

    public void MarginHorizontal(float value, Unit unit = default) => pages.MarginHorizontal = value;

    /// <summary>Changes the style of all text of the pages.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) => pages.Style = handler(TextStyle.Default);

    /// <summary>What is spread over the pages.</summary>
    public IContainer Content() => pages.Content;

    /// <summary>What stands at the bottom of every page.</summary>
    public IContainer Footer() => pages.Footer;
}
