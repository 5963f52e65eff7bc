using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class RowExtensions
{
    /// <summary>Puts items side by side.</summary>
    public static void Row(this IContainer element, Action<RowDescriptor> handler)
    {
        var descriptor = new RowDescriptor();
        handler(descriptor);
        element.Hold(descriptor.Row);
    }
}
