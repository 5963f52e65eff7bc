using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class ColumnExtensions
{
    /// <summary>Puts items one below the other, over as many pages as they need.</summary>
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler)
    {
        var descriptor = new ColumnDescriptor();
        handler(descriptor);
        element.Hold(descriptor.Column);
    }
}
