using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class PageExtensions
{
    /// <summary>Adds pages of one kind, as many as their content needs.</summary>
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler)
    {
        var descriptor = new PageDescriptor();
        handler(descriptor);
        ((DocumentContainer)document).PageSets.Add(descriptor.Pages);
        return document;
    }
}
