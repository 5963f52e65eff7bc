namespace QuestPDF.Infrastructure;

/// <summary>A reusable part of a document.</summary>
public interface IComponent
{
    void Compose(IContainer container);
}

/// <summary>A part of a layout that holds one other part.</summary>
public interface IContainer;

/// <summary>A document that can be generated.</summary>
public interface IDocument;

/// <summary>Where the page sets of a document are added.</summary>
public interface IDocumentContainer;
