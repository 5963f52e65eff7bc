using QuestPDF.Layout;

namespace QuestPDF.Elements.Table;

/// <summary>A cell; rows and columns count from 1, and 0 stands for the next free place.</summary>
internal sealed class TableCell : Container, ITableCellContainer
{
    public int Row { get; set; }
    public int Column { get; set; }
    public int ColumnSpan { get; set; } = 1;
}
