using QuestPDF.Elements.Table;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public sealed class TableColumnsDefinitionDescriptor
{
    internal TableColumnsDefinitionDescriptor()
    {
    }

    internal List<TableColumn> Columns { get; } = [];

    /// <summary>Adds a column of a given width.</summary>
    public void ConstantColumn(float width, Unit unit = Unit.Point) => Columns.Add(new TableColumn(width.ToPoints(unit), 0));

    /// <summary>Adds a column that takes a share of the width the others leave.</summary>
    public void RelativeColumn(float width = 1) => Columns.Add(new TableColumn(0, width));
}
