using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>An element around one other element; by itself it changes nothing.</summary>
internal class Container : Element, IContainer
{
    public IElement? Child { get; set; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context);

    protected Piece? PlaceChild(SKSize space, PageContext context) => Child is Element child ? child.Place(space, context) : Piece.Empty;

    /// <summary>The same container around what is left of its child.</summary>
    protected Element? Around(Element? rest)
    {
        if (rest is null)
            return null;
        var copy = (Container)MemberwiseClone();
        copy.Child = rest;
        return copy;
    }
}
