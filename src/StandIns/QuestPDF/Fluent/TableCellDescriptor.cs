using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

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
