using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element that leads to a section when it is clicked.</summary>
internal sealed class Linked : Container
{
    public required string Section { get; init; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => Draw(sheet, given, piece), Around(piece.Rest))
        : null;

    private void Draw(Sheet sheet, SKSize given, Piece piece)
    {
        piece.Draw(sheet, given);
        using var link = sheet.Canvas.DrawLinkDestinationAnnotation(SKRect.Create(piece.Size), Section);
    }
}
