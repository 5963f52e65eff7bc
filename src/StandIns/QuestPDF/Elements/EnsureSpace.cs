using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element that starts a new page rather than be broken where less than a given height is left.</summary>
internal sealed class EnsureSpace : Container
{
    public required float Height { get; init; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) switch
    {
        { Rest: not null } when space.Height < Height =>
            context.Refuse(FormattableString.Invariant($"EnsureSpace asks for {Height:0.#} pt of height, there are {space.Height:0.#} pt")),
        var piece => piece,
    };
}
