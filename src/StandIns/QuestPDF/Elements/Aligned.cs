using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Puts an element that is smaller than its space somewhere in it.</summary>
internal sealed class Aligned : Container
{
    /// <summary>Share of the free width on the left; <c>null</c>: the element gets all of the width.</summary>
    public float? Horizontal { get; set; }

    /// <summary>Share of the free height above; <c>null</c>: the element gets all of the height.</summary>
    public float? Vertical { get; set; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => Draw(sheet, given, piece), Around(piece.Rest))
        : null;

    private void Draw(Sheet sheet, SKSize given, Piece piece)
    {
        var width = Horizontal is null ? given.Width : piece.Size.Width;
        var height = Vertical is null ? given.Height : piece.Size.Height;
        var x = (given.Width - width) * (Horizontal ?? 0);
        var y = (given.Height - height) * (Vertical ?? 0);
        sheet.At(x, y, () => piece.Draw(sheet, new SKSize(width, height)));
    }
}
