using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Place of a cell; rows and columns count from 1.</summary>
public static class TableCellExtensions
{
    public static ITableCellContainer Row(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).Row = (int)value;
        return tableCellContainer;
    }

    public static ITableCellContainer Column(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).Column = (int)value;
        return tableCellContainer;
    }

    public static ITableCellContainer ColumnSpan(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).ColumnSpan = (int)value;
        return tableCellContainer;
    }
}
