using SkiaSharp;

namespace QuestPDF.Typesetting;

/// <summary>Where a click leads: to a section of the document or to an address.</summary>
internal sealed record Link(string Target, bool Inside)
{
    public void Draw(SKCanvas canvas, SKRect area)
    {
        using var _ = Inside ? canvas.DrawLinkDestinationAnnotation(area, Target) : canvas.DrawUrlAnnotation(area, Target);
    }
}
