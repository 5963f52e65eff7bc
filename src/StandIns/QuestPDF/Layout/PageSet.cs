using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>Pages of one size, with one header and footer, as many as the content needs.</summary>
internal sealed class PageSet
{
    public PageSize Size { get; set; } = PageSizes.A4;
    public float Left { get; set; }
    public float Right { get; set; }
    public float Top { get; set; }
    public float Bottom { get; set; }
    public TextStyle Style { get; set; } = TextStyle.Default;
    public Container Header { get; } = new();
    public Container Content { get; } = new();
    public Container Footer { get; } = new();

    public SKSize Inside => new(Size.Width - Left - Right, Size.Height - Top - Bottom);
}
