using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A place that links and page numbers can refer to.</summary>
internal sealed class SectionStart : Container
{
    public required string Name { get; init; }

    public override Piece? Place(SKSize space, PageContext context) =>
        PlaceChild(space, context) is { } piece ? piece with { Draw = (sheet, given) => Draw(sheet, given, piece) } : null;

    private void Draw(Sheet sheet, SKSize given, Piece piece)
    {
        sheet.Found.Begin(Name, sheet.Page);
        using (sheet.Canvas.DrawNamedDestinationAnnotation(SKPoint.Empty, Name))
            piece.Draw(sheet, given);
    }
}
