using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>Pages of one size, with one footer, as many as the content needs.</summary>
internal sealed class PageSet
{
    public PageSize Size { get; set; } = PageSizes.A4;
    public float MarginHorizontal { get; set; }
    public float MarginVertical { get; set; }
    public TextStyle Style { get; set; } = TextStyle.Default;
    public Container Content { get; } = new();
    public Container Footer { get; } = new();

    public SKSize Inside => new(Size.Width - (2 * MarginHorizontal), Size.Height - (2 * MarginVertical));
}

internal sealed class DocumentContainer : IDocumentContainer
{
    public List<PageSet> PageSets { get; } = [];
}
