using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>What follows goes on the next page.</summary>
internal sealed class PageBreak : Element
{
    public override Piece? Place(SKSize space, PageContext context) => Piece.Empty with { Rest = Nothing.Instance };
}
