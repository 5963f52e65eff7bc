using SkiaSharp;

namespace QuestPDF.Layout;

internal sealed class Nothing : Element
{
    public static Nothing Instance { get; } = new();

    public override Piece? Place(SKSize space, PageContext context) => Piece.Empty;
}
