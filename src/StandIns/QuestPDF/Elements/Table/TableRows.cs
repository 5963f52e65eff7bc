using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements.Table;

/// <summary>A table whose header comes back on every page. A row is never broken.</summary>
internal sealed class TableRows : Element
{
    private int firstRow;

    public required IReadOnlyList<Breadth> Columns { get; init; }
    public required IReadOnlyList<IReadOnlyList<TableCell>> Header { get; init; }
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        if (Breadth.Widths(Columns, space, "Table", context) is not { } widths)
            return null;
        var placed = new List<PlacedRow>();
        var next = firstRow;
        foreach (var row in Header.Concat(Rows.Skip(firstRow)))
        {
            var top = placed.Count == 0 ? 0 : placed[^1].Bottom;
            if (PlacedRow.Of(row, widths, top, space.Height - top, context) is not { } fitting)
                break;
            placed.Add(fitting);
        }
        next += placed.Count - Header.Count;
        if (next < firstRow || (next == firstRow && Rows.Count > firstRow))
            return null;
        var rest = next == Rows.Count ? null : new TableRows { Columns = Columns, Header = Header, Rows = Rows, firstRow = next };
        var size = new SKSize(widths.Sum(), placed.Count == 0 ? 0 : placed[^1].Bottom);
        return new Piece(size, (sheet, _) => placed.ForEach(row => row.Draw(sheet)), rest);
    }
}
