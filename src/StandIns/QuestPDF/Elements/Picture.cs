using QuestPDF.Layout;
using QuestPDF.Svg;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A drawing scaled to its space.</summary>
internal sealed class Picture : Element
{
    public required SvgDrawing Drawing { get; init; }
    public required Fit Fit { get; set; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        var byWidth = space.Width / Drawing.Size.Width;
        var byHeight = space.Height / Drawing.Size.Height;
        var scale = Fit switch
        {
            Fit.Width => byWidth,
            Fit.Height => byHeight,
            _ => Math.Min(byWidth, byHeight),
        };
        var size = new SKSize(Drawing.Size.Width * scale, Drawing.Size.Height * scale);
        return size.Width > space.Width + 0.01f || size.Height > space.Height + 0.01f
            ? context.Refuse(FormattableString.Invariant(
                $"Svg needs {size.Width:0.#} x {size.Height:0.#} pt, has {space.Width:0.#} x {space.Height:0.#} pt"))
            : new Piece(size, (sheet, _) => Drawing.Draw(sheet.Canvas, scale, context.Faces));
    }
}
