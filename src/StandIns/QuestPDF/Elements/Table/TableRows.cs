using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements.Table;

/// <summary>A table whose header comes back on every page. A row is never broken.</summary>
internal sealed class TableRows : Element
{
    private int firstRow;

    public required IReadOnlyList<TableColumn> Columns { get; init; }
    public required IReadOnlyList<IReadOnlyList<TableCell>> Header { get; init; }
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        if (Edges(space.Width, context) is not { } edges)
            return null;
        var placed = new List<PlacedRow>();
        var next = firstRow;
        foreach (var row in Header.Concat(Rows.Skip(firstRow)))
        {
            var top = placed.Count == 0 ? 0 : placed[^1].Bottom;
            if (PlacedRow.Of(row, edges, top, space.Height - top, context) is not { } fitting)
                break;
            placed.Add(fitting);
        }
        next += placed.Count - Header.Count;
        if (next < firstRow || (next == firstRow && Rows.Count > firstRow))
            return null;
        var rest = next == Rows.Count ? null : new TableRows { Columns = Columns, Header = Header, Rows = Rows, firstRow = next };
        var size = new SKSize(edges[^1], placed.Count == 0 ? 0 : placed[^1].Bottom);
        return new Piece(size, (sheet, _) => placed.ForEach(row => row.Draw(sheet)), rest);
    }

    /// <summary>Left edges of the columns, and the right edge of the last one.</summary>
    private float[]? Edges(float width, PageContext context)
    {
        var free = width - Columns.Sum(column => column.Constant);
        if (free < -0.01f)
        {
            context.Refuse(FormattableString.Invariant($"Table needs {width - free:0.#} pt of width, has {width:0.#} pt"));
            return null;
        }
        var shares = Columns.Sum(column => column.Share);
        var edges = new float[Columns.Count + 1];
        var share = shares > 0 ? Math.Max(0, free) / shares : 0;
        for (var index = 0; index < Columns.Count; index++)
            edges[index + 1] = edges[index] + Columns[index].Constant + (share * Columns[index].Share);
        return edges;
    }
}
