using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements;
using QuestPDF.Elements.Table;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class TableExtensions
{
    /// <summary>Puts cells in rows and columns.</summary>
    public static void Table(this IContainer element, Action<TableDescriptor> handler)
    {
        var descriptor = new TableDescriptor();
        handler(descriptor);
        element.Hold(descriptor.Build());
    }
}

public sealed class TableDescriptor
{
    private readonly TableColumnsDefinitionDescriptor columns = new();
    private readonly TableCellDescriptor header = new();
    private readonly TableCellDescriptor content = new();

    internal TableDescriptor()
    {
    }

    /// <summary>Says which columns there are.</summary>
    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler) => handler(columns);

    /// <summary>Says which cells stand on top of the table on every page.</summary>
    public void Header(Action<TableCellDescriptor> handler) => handler(header);

    /// <summary>Adds a cell: right of the one before, or first in the next row.</summary>
    public ITableCellContainer Cell() => content.Cell();

    internal TableRows Build() => columns.Columns.Count == 0
        ? throw new DocumentComposeException("expected at least one column in ColumnsDefinition of a table, got none")
        : new()
        {
            Columns = columns.Columns,
            Header = [.. header.Cells.Chunk(columns.Columns.Count)],
            Rows = [.. content.Cells.Chunk(columns.Columns.Count)],
        };
}

public sealed class TableColumnsDefinitionDescriptor
{
    internal TableColumnsDefinitionDescriptor()
    {
    }

    internal List<Breadth> Columns { get; } = [];

    /// <summary>Adds a column that takes a share of the width.</summary>
    public void RelativeColumn(float width = 1) => Columns.Add(new(0, width));
}

public sealed class TableCellDescriptor
{
    internal TableCellDescriptor()
    {
    }

    internal List<TableCell> Cells { get; } = [];

    /// <summary>Adds a cell.</summary>
    public ITableCellContainer Cell()
    {
        var cell = new TableCell();
        Cells.Add(cell);
        return cell;
    }
}
