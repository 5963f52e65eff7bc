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

    internal IReadOnlyList<byte[]> Render(Func<DocumentMetadata, IPages> begin)
    {
        if (Settings.License is null)
            throw new InvalidOperationException("expected Settings.License to be set before a document is generated");
        if (Settings.UseEnvironmentFonts)
            throw new InvalidOperationException("expected Settings.UseEnvironmentFonts to be false: fonts are those of Settings.FontDiscoveryPaths");
        var container = new DocumentContainer();
        compose(container);
        return container.PageSets.Count > 0
            ? new DocumentRenderer(container.PageSets).Render(() => begin(metadata))
            : throw new DocumentComposeException("expected a document with pages, got one without");
    }
}

/// <exception cref="DocumentComposeException">There are no pages.</exception>
/// <exception cref="DocumentLayoutException">A part does not fit on a page of its own.</exception>
/// <exception cref="DocumentDrawingException">A font, a character or a part of a drawing is not available.</exception>
public static class GenerateExtensions
{
    /// <summary>The document as a PDF file.</summary>
    public static byte[] GeneratePdf(this IDocument document) => ((Document)document).Render(metadata => new PdfPages(metadata)).Single();

    /// <summary>Each page of the document as an image.</summary>
    public static IEnumerable<byte[]> GenerateImages(this IDocument document, ImageGenerationSettings? settings = null) =>
        ((Document)document).Render(_ => new PngPages((settings ?? new()).RasterDpi));
}
