using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

internal static class PdfMetadata
{
    public static SKDocumentPdfMetadata From(DocumentMetadata metadata)
    {
        var pdf = SKDocumentPdfMetadata.Default;
        pdf.Title = metadata.Title ?? "";
        pdf.Author = metadata.Author ?? "";
        pdf.Subject = metadata.Subject ?? "";
        pdf.Keywords = metadata.Keywords ?? "";
        pdf.Creator = metadata.Creator ?? "";
        pdf.Producer = metadata.Producer ?? "";
        pdf.Creation = metadata.CreationDate.UtcDateTime;
        pdf.Modified = metadata.ModifiedDate.UtcDateTime;
        return pdf;
    }
}
