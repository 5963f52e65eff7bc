using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public sealed class ColumnDescriptor
{
    internal ColumnDescriptor()
    {
    }

    internal Column Column { get; } = new();

    /// <summary>Free space between items.</summary>
    public void Spacing(float value, Unit unit = Unit.Point) => Column.Spacing = value.ToPoints(unit);

    /// <summary>Adds an item below the others.</summary>
    public IContainer Item()
    {
        var item = new Container();
        Column.Items.Add(item);
        return item;
    }
}
