using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public class Document : IDocument
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

    public DocumentMetadata GetMetadata() => metadata;

    public void Compose(IDocumentContainer container) => compose(container);
}
