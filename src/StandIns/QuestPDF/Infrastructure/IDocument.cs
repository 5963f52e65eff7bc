namespace QuestPDF.Infrastructure;

/// <summary>A document that can be generated.</summary>
public interface IDocument
{
    DocumentMetadata GetMetadata();

    void Compose(IDocumentContainer container);
}
