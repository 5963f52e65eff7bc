using QuestPDF.Layout;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element that leads somewhere when it is clicked.</summary>
internal sealed class Linked : Container
{
    public required Link Link { get; init; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => Draw(sheet, given, piece), Around(piece.Rest))
        : null;

    private void Draw(Sheet sheet, SKSize given, Piece piece)
    {
        piece.Draw(sheet, given);
        Link.Draw(sheet.Canvas, SKRect.Create(piece.Size));
    }
}
