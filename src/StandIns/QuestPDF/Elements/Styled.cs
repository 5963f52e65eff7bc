using QuestPDF.Infrastructure;
using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element whose text has another style unless it says otherwise.</summary>
internal sealed class Styled : Container
{
    public required TextStyle Style { get; init; }

    public override Piece? Place(SKSize space, PageContext context) =>
        PlaceChild(space, context with { Style = Style.Over(context.Style) }) is { } piece
            ? piece with { Rest = Around(piece.Rest) }
            : null;
}
