using QuestPDF.Drawing.Exceptions;

namespace QuestPDF.Elements.Table;

/// <summary>Finds the row and column of every cell.</summary>
internal static class TableGrid
{
    /// <summary>The cells by row; a cell without a place comes after the cell before it, in the next row when there is no room.</summary>
    public static IReadOnlyList<IReadOnlyList<TableCell>> Rows(IEnumerable<TableCell> cells, int columns)
    {
        var (row, column) = (1, 1);
        var rows = new SortedDictionary<int, List<TableCell>>();
        foreach (var cell in cells)
        {
            (row, column) = Next(cell, row, column, columns);
            (cell.Row, cell.Column) = (row, column);
            column += cell.ColumnSpan;
            if (column > columns + 1)
                throw new DocumentComposeException($"expected table cells in columns 1 to {columns}, got one that ends in {column - 1}");
            if (!rows.TryGetValue(row, out var before))
                rows.Add(row, before = []);
            if (before.Find(other => other.Column < column && cell.Column < other.Column + other.ColumnSpan) is not null)
                throw new DocumentComposeException($"expected one table cell in row {row}, column {cell.Column}, got two");
            before.Add(cell);
        }
        return [.. rows.Values];
    }

    private static (int Row, int Column) Next(TableCell cell, int row, int column, int columns)
    {
        if (cell.Row > 0 || cell.Column > 0)
            return (cell.Row > 0 ? cell.Row : row, cell.Column > 0 ? cell.Column : 1);
        return column + cell.ColumnSpan > columns + 1 ? (row + 1, 1) : (row, column);
    }
}
