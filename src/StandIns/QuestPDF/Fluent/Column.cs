using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class ColumnExtensions
{
    /// <summary>Puts items one below the other, over as many pages as they need.</summary>
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler) =>
        handler(new ColumnDescriptor(element.Hold(new Column())));
}

public sealed class ColumnDescriptor
{
    private readonly Column column;

    internal ColumnDescriptor(Column column) => this.column = column;

    /// <summary>Free space between items.</summary>
    public void Spacing(float value, Unit unit = default) => column.Spacing = value;

    /// <summary>Adds an item.</summary>
    public IContainer Item()
    {
        var item = new Container();
        column.Items.Add(item);
        return item;
    }
}
