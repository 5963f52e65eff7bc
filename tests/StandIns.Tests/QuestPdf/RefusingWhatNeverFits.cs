using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace StandIns.Tests.QuestPdf;

/// <summary>A page that cannot hold a part of the document would otherwise be followed by another one for ever.</summary>
public sealed class RefusingWhatNeverFits
{
    private const string Square = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 2"><rect width="1" height="1"/></svg>""";

    public static TheoryData<string, Action<IContainer>> TooLarge => new()
    {
        { "Svg needs 200 x 400 pt, has 200 x 200 pt", content => content.Svg(Square) },
        { "Text \"high\" needs", content => content.PaddingTop(190).Text("high") },
        { "ShowEntire: the content is higher than 200 pt", content => content.ShowEntire().Text(new string('\n', 11)) },
        { "Padding leaves 200 x -20 pt", content => content.PaddingVertical(110).Text("no room") },
        { "Row needs 200.1 pt of width", content => content.Row(row => row.ConstantItem(200.1f).Text("wide")) },
        { "Table: a row is higher than 200 pt in column 1", content => content.Table(table =>
            {
                table.ColumnsDefinition(columns => columns.RelativeColumn());
                table.Cell().Text(new string('\n', 11));
            })
        },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void TheErrorNamesTheElementAndThePage(string element, Action<IContainer> content)
    {
        var error = Assert.Throws<DocumentLayoutException>(() => Pdf.Of(page => page.Column(column => content(column.Item()))));

        Assert.Contains("page 1: the content does not fit into 200 x 200 pt", error.Message, StringComparison.Ordinal);
        Assert.Contains(element, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PagesAreAsLargeAsThoseOfThePackage()
    {
        var sizes = Pdf.Read(Pdf.Of(content => content.Text("a")), page => (page.Width, page.Height));

        Assert.Equal([(595.0, 842.0)], sizes);
    }

    [Fact]
    public void AFooterMustFitOnItsPage()
    {
        var error = Assert.Throws<DocumentLayoutException>(() => Pdf.OfPage(page => page.Footer().Text(new string('\n', 11))));

        Assert.Contains("the footer does not fit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADocumentNeedsPages()
    {
        Pdf.Of(content => content.Text("the library is set up"));

        Assert.Throws<DocumentComposeException>(() => Document.Create(_ => { }).GeneratePdf());
    }

    [Fact]
    public void AContainerHoldsOneElement()
    {
        Assert.Throws<DocumentComposeException>(() => Pdf.Of(content =>
        {
            content.Text("one");
            content.Text("two");
        }));
    }
}
