using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>A part of the layout. Elements do not change while they are laid out: what is left over is another element.</summary>
internal abstract class Element : IElement
{
    /// <summary>As much of the element as the space holds, or <c>null</c> when nothing of it does.</summary>
    /// <remarks>The space is the width and height that are free, in points.</remarks>
    public abstract Piece? Place(SKSize space, PageContext context);
}
