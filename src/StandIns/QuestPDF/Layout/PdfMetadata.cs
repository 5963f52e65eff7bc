using System.Globalization;
using System.Text;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>Hands metadata to Skia, dates as universal time.</summary>
internal static class PdfMetadata
{
    private const string Universal = "+00'00'";

    public static SKDocumentPdfMetadata Of(DocumentMetadata metadata) => new()
    {
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        Title = metadata.Title ?? "",
        Author = metadata.Author ?? "",
        Subject = metadata.Subject ?? "",
        Creator = metadata.Creator ?? "",
        Creation = metadata.CreationDate.UtcDateTime,
        Modified = metadata.ModifiedDate.UtcDateTime,
    };

    /// <summary>
    /// Puts the right time zone behind the dates of a file. SkiaSharp writes the time it is given but takes the zone of the machine,
    /// so that the bytes would depend on where they are made.
    /// </summary>
    public static void WriteUniversalTime(Span<byte> pdf, DocumentMetadata metadata)
    {
        WriteZone(pdf, "/CreationDate", metadata.CreationDate);
        WriteZone(pdf, "/ModDate", metadata.ModifiedDate);
    }

    private static void WriteZone(Span<byte> pdf, string name, DateTimeOffset date)
    {
        var entry = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} (D:{date.UtcDateTime:yyyyMMddHHmmss}"));
        var start = pdf.IndexOf(entry);
        if (start < 0)
            throw new InvalidOperationException($"expected {Encoding.ASCII.GetString(entry)} in the file");
        Encoding.ASCII.GetBytes(Universal, pdf[(start + entry.Length)..]);
    }
}
