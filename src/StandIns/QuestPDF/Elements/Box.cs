using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A border of an element; it takes no space, its lines are centred on the edges.</summary>
internal sealed class Box : Container
{
    public SKColor BorderColour { get; set; } = SKColors.Black;
    public float Left { get; set; }
    public float Top { get; set; }
    public float Bottom { get; set; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => Draw(sheet, given, piece), Around(piece.Rest))
        : null;

    private void Draw(Sheet sheet, SKSize size, Piece piece)
    {
        piece.Draw(sheet, size);
        Edge(sheet.Canvas, 0, 0, 0, size.Height, Left);
        Edge(sheet.Canvas, 0, 0, size.Width, 0, Top);
        Edge(sheet.Canvas, 0, size.Height, size.Width, size.Height, Bottom);
    }

    private void Edge(SKCanvas canvas, float left, float top, float right, float bottom, float thickness)
    {
        var line = new SKRect(left, top, right, bottom);
        line.Inflate(left == right ? thickness / 2 : 0, top == bottom ? thickness / 2 : 0);
        using var paint = new SKPaint { Color = BorderColour };
        if (thickness > 0)
            canvas.DrawRect(line, paint);
    }
}
