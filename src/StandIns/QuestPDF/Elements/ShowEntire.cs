using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>An element that is never broken.</summary>
internal sealed class ShowEntire : Container
{
    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) switch
    {
        { Rest: not null } => context.Refuse(FormattableString.Invariant($"ShowEntire: the content is higher than {space.Height:0.#} pt")),
        var piece => piece,
    };
}
