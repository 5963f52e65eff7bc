using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class RowExtensions
{
    /// <summary>Puts items side by side.</summary>
    public static void Row(this IContainer element, Action<RowDescriptor> handler) =>
        handler(new RowDescriptor(element.Hold(new Row())));
}

public sealed class RowDescriptor
{
    private readonly Row row;

    internal RowDescriptor(Row row) => this.row = row;

    /// <summary>Adds an item that takes a share of the width the others leave.</summary>
    public IContainer RelativeItem(float size = 1) => Item(new Breadth(0, size));

    /// <summary>Adds an item of a given width.</summary>
    public IContainer ConstantItem(float size, Unit unit = default) => Item(new Breadth(size, 0));

    private Container Item(Breadth breadth)
    {
        var content = new Container();
        row.Items.Add((breadth, content));
        return content;
    }
}
