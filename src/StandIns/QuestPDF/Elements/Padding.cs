using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

internal sealed class Padding : Container
{
    public float Left { get; set; }
    public float Right { get; set; }
    public float Top { get; set; }
    public float Bottom { get; set; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        var inside = Inside(space);
        if (inside.Width < 0 || inside.Height < 0)
            return context.Refuse(FormattableString.Invariant($"Padding leaves {inside.Width:0.#} x {inside.Height:0.#} pt inside"));
        if (PlaceChild(inside, context) is not { } piece)
            return null;
        var size = new SKSize(piece.Size.Width + Left + Right, piece.Size.Height + Top + Bottom);
        return new Piece(size, (sheet, given) => sheet.At(Left, Top, () => piece.Draw(sheet, Inside(given))), Around(piece.Rest));
    }

    private SKSize Inside(SKSize space) => new(space.Width - Left - Right, space.Height - Top - Bottom);
}
