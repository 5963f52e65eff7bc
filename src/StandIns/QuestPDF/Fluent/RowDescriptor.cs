using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public sealed class RowDescriptor
{
    internal RowDescriptor()
    {
    }

    internal Row Row { get; } = new();

    /// <summary>Free space between items.</summary>
    public void Spacing(float spacing, Unit unit = Unit.Point) => Row.Spacing = spacing.ToPoints(unit);

    /// <summary>Adds an item that takes a share of the width the others leave.</summary>
    public IContainer RelativeItem(float size = 1) => Item(RowItemKind.Relative, size);

    /// <summary>Adds an item of a given width.</summary>
    public IContainer ConstantItem(float size, Unit unit = Unit.Point) => Item(RowItemKind.Constant, size.ToPoints(unit));

    /// <summary>Adds an item as wide as its content.</summary>
    public IContainer AutoItem() => Item(RowItemKind.Auto, 0);

    private Container Item(RowItemKind kind, float size)
    {
        var content = new Container();
        Row.Items.Add(new RowItem(kind, size, content));
        return content;
    }
}
