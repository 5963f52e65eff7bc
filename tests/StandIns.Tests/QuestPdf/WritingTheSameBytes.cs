using QuestPDF.Fluent;
using UglyToad.PdfPig;

namespace StandIns.Tests.QuestPdf;

public sealed class WritingTheSameBytes
{
    [Fact]
    public void TheSameDocumentGivesTheSameBytes() => Assert.Equal(Document(), Document());

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/New_York")]
    public void TheTimeZoneOfTheMachineDoesNotMatter(string zone)
    {
        var here = Document();
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();

            Assert.Equal(here, Document());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void AnotherTextGivesOtherBytes() => Assert.NotEqual(Document("a"), Document("b"));

    [Fact]
    public void TheFileTellsWhatTheMetadataSayAndNoTimeOfItsOwn()
    {
        using var pdf = PdfDocument.Open(Document());

        Assert.Equal(("Collapse", "Features"), (pdf.Information.Title, pdf.Information.Subject));
        Assert.StartsWith("D:20240229110000+00'00'", pdf.Information.CreationDate, StringComparison.Ordinal);
        Assert.StartsWith("D:20240229110000+00'00'", pdf.Information.ModifiedDate, StringComparison.Ordinal);
    }

    private static byte[] Document(string text = "text") => Pdf.Of(content => content.Column(column =>
    {
        column.Item().Section("s").Text(text).Italic();
        column.Item().Text(other => other.BeginPageNumberOfSection("s"));
        column.Item().Svg("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 1">
                <g stroke="#ff0000" stroke-opacity="0.3"><circle r="1"/></g>
            </svg>
            """);
    }));
}
