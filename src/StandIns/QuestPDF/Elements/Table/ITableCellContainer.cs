using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Table;

/// <summary>A cell of a table.</summary>
public interface ITableCellContainer : IContainer;
