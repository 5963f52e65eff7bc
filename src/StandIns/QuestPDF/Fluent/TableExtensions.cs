using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class TableExtensions
{
    /// <summary>Puts cells in rows and columns.</summary>
    public static void Table(this IContainer element, Action<TableDescriptor> handler)
    {
        var descriptor = new TableDescriptor();
        handler(descriptor);
        element.Hold(descriptor.Build());
    }
}
