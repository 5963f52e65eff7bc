using SkiaSharp;

namespace QuestPDF.Layout;

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
