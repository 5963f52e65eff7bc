namespace QuestPDF.Infrastructure;

/// <summary>A part of a layout that holds one other part.</summary>
public interface IContainer
{
    IElement? Child { get; set; }
}
