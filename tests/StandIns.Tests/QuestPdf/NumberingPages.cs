using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using UglyToad.PdfPig.Annotations;

namespace StandIns.Tests.QuestPdf;

public sealed class NumberingPages
{
    [Fact]
    public void AFooterKnowsThePageAndHowManyThereAre()
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
    public void AReferenceShowsThePageOfASectionThatComesLater()
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
    public void PageNumbersAreRightEvenWhenTheirWidthMovesWhatTheyCount()
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
    public void AReferenceToASectionThatDoesNotExistIsAnError()
    {
        var error = Assert.Throws<DocumentComposeException>(() => Pdf.Of(content => content.Column(column =>
        {
            column.Item().Section("methods").Text(text => text.BeginPageNumberOfSection("method"));
        })));

        Assert.Contains("got 'method'; the document has methods", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinksLeadToSections()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Item().SectionLink("end").Text("there");
            column.Item().Section("end").Text("here");
        }));

        var links = Pdf.Read(pdf, page => page.GetAnnotations().Count(annotation => annotation.Type == AnnotationType.Link));
        Assert.Equal([1], links);
    }

    [Fact]
    public void WordsWithinATextLeadToSections()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Item().Text(text =>
            {
                text.Span("see ");
                text.SectionLink("the end", "end");
                text.Span(" of it");
            });
            column.Item().Section("end").Text("here");
        }));

        var (width, place) = Assert.Single(Pdf.Read(pdf, page => (page.GetWords().Single(word => word.Text == "the").BoundingBox, page.GetAnnotations().Single(annotation => annotation.Type == AnnotationType.Link).Rectangle)));
        Assert.InRange(place.Left - width.Left, -1, 1);
        Assert.Equal("see the end of it here", Assert.Single(Pdf.Read(pdf, page => string.Join(' ', page.GetWords().Select(word => word.Text)))));
    }
}
