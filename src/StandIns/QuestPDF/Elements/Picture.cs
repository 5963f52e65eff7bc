using QuestPDF.Layout;
using QuestPDF.Svg;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A drawing as wide as its space.</summary>
internal sealed class Picture : Element
{
    public required SvgDrawing Drawing { get; init; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        var scale = space.Width / Drawing.Size.Width;
        var size = new SKSize(space.Width, Drawing.Size.Height * scale);
        return size.Height > space.Height + 0.01f
            ? context.Refuse(FormattableString.Invariant(
                $"Svg needs {size.Width:0.#} x {size.Height:0.#} pt, has {space.Width:0.#} x {space.Height:0.#} pt"))
            : new Piece(size, (sheet, _) => Drawing.Draw(sheet.Canvas, scale, context.Faces));
    }
}
