using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public sealed class Document : IDocument
{
    private readonly Action<IDocumentContainer> compose;
    private DocumentMetadata metadata = new();

    private Document(Action<IDocumentContainer> compose) => this.compose = compose;

    /// <summary>Begins a document.</summary>
    public static Document Create(Action<IDocumentContainer> handler) => new(handler);

    /// <summary>Says what the file tells about itself.</summary>
    public Document WithMetadata(DocumentMetadata metadata)
    {
        this.metadata = metadata;
        return this;
    }

    internal byte[] Render()
    {
        var container = new DocumentContainer();
        compose(container);
        return container.PageSets.Count > 0
            ? new DocumentRenderer(container.PageSets, metadata).Render()
            : throw new DocumentComposeException("expected a document with pages, got one without");
    }
}

public static class GenerateExtensions
{
    /// <summary>The document as a PDF file.</summary>
    /// <exception cref="DocumentComposeException">There are no pages.</exception>
    /// <exception cref="DocumentLayoutException">A part does not fit on a page of its own.</exception>
    /// <exception cref="DocumentDrawingException">A font, a character or a part of a drawing is not available.</exception>
    public static byte[] GeneratePdf(this IDocument document)
    {
        if (Settings.License is null)
            throw new InvalidOperationException("expected Settings.License to be set before a document is generated");
        if (Settings.UseEnvironmentFonts)
            throw new InvalidOperationException("expected Settings.UseEnvironmentFonts to be false: fonts are those of Settings.FontDiscoveryPaths");
        return ((Document)document).Render();
    }
}
