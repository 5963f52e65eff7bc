using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

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

    /// <summary>Adds a cell.</summary>
    public ITableCellContainer Cell() => content.Cell();

    internal TableRows Build()
    {
        if (columns.Columns.Count == 0)
            throw new DocumentComposeException("expected at least one column in ColumnsDefinition of a table, got none");
        return new TableRows
        {
            Columns = columns.Columns,
            Header = TableGrid.Rows(header.Cells, columns.Columns.Count),
            Rows = TableGrid.Rows(content.Cells, columns.Columns.Count),
        };
    }
}
