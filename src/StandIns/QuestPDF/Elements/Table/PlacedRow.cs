using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements.Table;

/// <summary>A row of a table at its place on a page; its cells are all as high as the highest.</summary>
internal sealed record PlacedRow(IReadOnlyList<(float Left, float Width, Piece Piece)> Cells, float Top, float Height)
{
    public float Bottom => Top + Height;

    public static PlacedRow? Of(IReadOnlyList<TableCell> row, IReadOnlyList<float> widths, float top, float height, PageContext context)
    {
        var cells = new List<(float Left, float Width, Piece Piece)>();
        var left = 0f;
        foreach (var (cell, width) in row.Zip(widths))
        {
            var piece = height < 0 ? null : cell.Place(new SKSize(width, height), context);
            if (piece is null)
                return null;
            if (piece.Rest is not null)
            {
                context.Refuse(FormattableString.Invariant($"Table: a row is higher than {height:0.#} pt in column {cells.Count + 1}"));
                return null;
            }
            cells.Add((left, width, piece));
            left += width;
        }
        return new PlacedRow(cells, top, cells.Max(cell => cell.Piece.Size.Height));
    }

    public void Draw(Sheet sheet)
    {
        foreach (var (left, width, piece) in Cells)
            sheet.At(left, Top, () => piece.Draw(sheet, new SKSize(width, Height)));
    }
}
