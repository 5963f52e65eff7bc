using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Limits of width and height, in points.</summary>
internal sealed class Constrained : Container
{
    public float MinWidth { get; set; }
    public float MaxWidth { get; set; } = float.PositiveInfinity;
    public float MinHeight { get; set; }
    public float MaxHeight { get; set; } = float.PositiveInfinity;

    public override Piece? Place(SKSize space, PageContext context)
    {
        if (MinWidth > space.Width + 0.01f || MinHeight > space.Height + 0.01f)
        {
            return context.Refuse(FormattableString.Invariant(
                $"Width and Height ask for {MinWidth:0.#} x {MinHeight:0.#} pt, there are {space.Width:0.#} x {space.Height:0.#} pt"));
        }
        if (PlaceChild(Within(space), context) is not { } piece)
            return null;
        var size = new SKSize(Math.Max(piece.Size.Width, MinWidth), Math.Max(piece.Size.Height, MinHeight));
        return new Piece(size, (sheet, given) => piece.Draw(sheet, Within(given)), Around(piece.Rest));
    }

    private SKSize Within(SKSize space) => new(Math.Min(space.Width, MaxWidth), Math.Min(space.Height, MaxHeight));
}
