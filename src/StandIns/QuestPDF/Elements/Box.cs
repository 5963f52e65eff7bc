using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A background behind and a border around an element; the border takes no space, its line is centred on the edge.</summary>
internal sealed class Box : Container
{
    public SKColor Background { get; set; } = SKColors.Transparent;
    public SKColor BorderColour { get; set; } = SKColors.Black;
    public float Left { get; set; }
    public float Right { get; set; }
    public float Top { get; set; }
    public float Bottom { get; set; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context) is { } piece
        ? new Piece(piece.Size, (sheet, given) => Draw(sheet, given, piece), Around(piece.Rest))
        : null;

    private void Draw(Sheet sheet, SKSize size, Piece piece)
    {
        Fill(sheet.Canvas, SKRect.Create(size), Background);
        piece.Draw(sheet, size);
        Edge(sheet.Canvas, 0, 0, 0, size.Height, Left);
        Edge(sheet.Canvas, size.Width, 0, size.Width, size.Height, Right);
        Edge(sheet.Canvas, 0, 0, size.Width, 0, Top);
        Edge(sheet.Canvas, 0, size.Height, size.Width, size.Height, Bottom);
    }

    private void Edge(SKCanvas canvas, float left, float top, float right, float bottom, float thickness)
    {
        var line = new SKRect(left, top, right, bottom);
        line.Inflate(left == right ? thickness / 2 : 0, top == bottom ? thickness / 2 : 0);
        if (thickness > 0)
            Fill(canvas, line, BorderColour);
    }

    private static void Fill(SKCanvas canvas, SKRect area, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        if (colour.Alpha > 0)
            canvas.DrawRect(area, paint);
    }
}
