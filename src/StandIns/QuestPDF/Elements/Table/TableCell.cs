using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Elements.Table;

/// <summary>A cell of a table.</summary>
public interface ITableCellContainer : IContainer;

internal sealed class TableCell : Container, ITableCellContainer;
