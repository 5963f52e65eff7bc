using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>Page sizes of ISO 216.</summary>
public static class PageSizes
{
    public static PageSize A4 { get; } = new(21, 29.7f, Unit.Centimetre);
}
