namespace QuestPDF.Infrastructure;

/// <summary>Where the page sets of a document are added.</summary>
public interface IDocumentContainer;
