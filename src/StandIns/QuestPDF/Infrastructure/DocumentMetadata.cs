namespace QuestPDF.Infrastructure;

/// <summary>What a PDF file says about itself. Set both dates, or two runs give different bytes.</summary>
public sealed class DocumentMetadata
{
    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Subject { get; set; }
    public string? Creator { get; set; }
    public DateTimeOffset CreationDate { get; set; } = DateTimeOffset.Now;
    public DateTimeOffset ModifiedDate { get; set; } = DateTimeOffset.Now;
}
