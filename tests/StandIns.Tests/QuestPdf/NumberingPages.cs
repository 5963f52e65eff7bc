using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using UglyToad.PdfPig.Annotations;

namespace StandIns.Tests.QuestPdf;

public sealed class NumberingPages
{
    [Fact]
    public void A_footer_knows_the_page_and_how_many_there_are()
    {
        var pages = Pdf.Words(Pdf.OfPage(page =>
        {
            page.Content().Column(column =>
            {
                column.Item().Text("one");
                column.Item().PageBreak();
                column.Item().Text("two");
            });
            page.Footer().AlignCenter().Text(text =>
            {
                text.CurrentPageNumber();
                text.Span(" of ");
                text.TotalPages();
            });
        }));

        Assert.Equal(["one 1 of 2", "two 2 of 2"], pages);
    }

    [Fact]
    public void A_reference_shows_the_page_of_a_section_that_comes_later()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Item().Text(text => text.BeginPageNumberOfSection("end"));
            column.Item().PageBreak();
            column.Item().PageBreak();
            column.Item().Section("end").Text("here");
        })));

        Assert.Equal(["3", "", "here"], pages);
    }

    [Fact]
    public void Page_numbers_are_right_even_when_their_width_moves_what_they_count()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Item().MaxWidth(8).Text(text => text.BeginPageNumberOfSection("end"));
            for (var number = 0; number < 9; number++)
                column.Item().PageBreak();
            column.Item().Section("end").Text("here");
        })));

        Assert.Equal(10, pages.Count);
        Assert.Equal("1 0", pages[0]);
    }

    [Fact]
    public void A_reference_to_a_section_that_does_not_exist_is_an_error()
    {
        var mistake = Assert.Throws<DocumentComposeException>(() => Pdf.Of(content => content.Column(column =>
        {
            column.Item().Section("methods").Text(text => text.BeginPageNumberOfSection("method"));
        })));

        Assert.Contains("got 'method'; the document has methods", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_sections()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Item().SectionLink("end").Text("there");
            column.Item().Section("end").Text("here");
        }));

        var links = Pdf.Read(pdf, page => page.GetAnnotations().Count(annotation => annotation.Type == AnnotationType.Link));
        Assert.Equal([1], links);
    }
}
