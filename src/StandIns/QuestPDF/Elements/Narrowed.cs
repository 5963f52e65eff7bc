using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element that is given no more than a width, in points.</summary>
internal sealed class Narrowed : Container
{
    public required float Width { get; init; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(Within(space), context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => piece.Draw(sheet, Within(given)), Around(piece.Rest))
        : null;

    private SKSize Within(SKSize space) => new(Math.Min(space.Width, Width), space.Height);
}
