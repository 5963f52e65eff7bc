using QuestPDF.Fluent;
using UglyToad.PdfPig;

namespace StandIns.Tests.QuestPdf;

public sealed class WritingTheSameBytes
{
    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(Document(), Document());

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/New_York")]
    public void The_time_zone_of_the_machine_does_not_matter(string zone)
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
    public void Another_text_gives_other_bytes() => Assert.NotEqual(Document("a"), Document("b"));

    [Fact]
    public void The_file_tells_what_the_metadata_say_and_no_time_of_its_own()
    {
        using var pdf = PdfDocument.Open(Document());

        Assert.Equal(("Collapse", "Someone"), (pdf.Information.Title, pdf.Information.Author));
        Assert.StartsWith("D:20240229110000+00'00'", pdf.Information.CreationDate, StringComparison.Ordinal);
        Assert.StartsWith("D:20240229110000+00'00'", pdf.Information.ModifiedDate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_holds_what_an_array_holds()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var document = QuestPDF.Fluent.Document.Create(pages => pages.Page(_ => { })).WithMetadata(Pdf.Metadata);

            document.GeneratePdf(path);

            Assert.Equal(document.GeneratePdf(), File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Document(string text = "text") => Pdf.Of(content => content.Column(column =>
    {
        column.Item().Section("s").Text(text).Italic();
        column.Item().Text(other => other.BeginPageNumberOfSection("s"));
        column.Item().Svg("""
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="1">
                <g opacity="0.5"><circle r="1" fill="red" fill-opacity="0.3"/></g>
            </svg>
            """);
    }));
}
