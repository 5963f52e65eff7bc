using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>The part of an element that goes on one page.</summary>
/// <remarks>
/// Size is the space it needs, in points. Draw draws it from the origin of the sheet into the space it is given, which is at
/// least what it needs. Rest has to go on the next page; <c>null</c> when this was all.
/// </remarks>
internal sealed record Piece(SKSize Size, Action<Sheet, SKSize> Draw, Element? Rest = null)
{
    public static Piece Empty { get; } = new(SKSize.Empty, static (_, _) => { });
}

/// <summary>The page that is being drawn.</summary>
internal sealed record Sheet(SKCanvas Canvas, int Page, Pagination Found)
{
    /// <summary>Draws with the origin moved.</summary>
    public void At(float x, float y, Action draw)
    {
        Canvas.Save();
        Canvas.Translate(x, y);
        draw();
        Canvas.Restore();
    }
}
