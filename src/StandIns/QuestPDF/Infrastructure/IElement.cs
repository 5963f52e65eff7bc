namespace QuestPDF.Infrastructure;

/// <summary>A part of a layout.</summary>
public interface IElement;
