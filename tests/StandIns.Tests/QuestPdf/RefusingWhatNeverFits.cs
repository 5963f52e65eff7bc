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
        { "Width and Height ask for 300 x 0 pt, there are 200 x 200 pt", content => content.Width(300).Text("wide") },
        { "Text \"high\" needs", content => content.Height(10).Text("high") },
        { "ShowEntire: the content is higher than 200 pt", content => content.ShowEntire().Text(new string('\n', 11)) },
        { "Padding leaves -20 x -20 pt", content => content.Padding(110).Text("no room") },
        { "Row needs 250 pt of width", content => content.Row(row => row.ConstantItem(250).Text("wide")) },
        { "Table row 1, column 1 is higher than 200 pt", content => content.Table(table =>
            {
                table.ColumnsDefinition(columns => columns.RelativeColumn());
                table.Cell().Text(new string('\n', 11));
            })
        },
        { "Table needs 250 pt of width", content => content.Table(table =>
            {
                table.ColumnsDefinition(columns => columns.ConstantColumn(250));
                table.Cell().Text("wide");
            })
        },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void The_error_names_the_element_and_the_page(string element, Action<IContainer> content)
    {
        var mistake = Assert.Throws<DocumentLayoutException>(() => Pdf.Of(page => page.Column(column => column.Item().Element(content))));

        Assert.Contains("page 1: the content does not fit into 200 x 200 pt", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(element, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footer_must_fit_on_its_page()
    {
        var mistake = Assert.Throws<DocumentLayoutException>(() => Pdf.OfPage(page => page.Footer().Text(new string('\n', 11))));

        Assert.Contains("the footer does not fit", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_needs_pages()
    {
        Pdf.Of(content => content.Text("the library is set up"));

        Assert.Throws<DocumentComposeException>(() => Document.Create(_ => { }).GeneratePdf());
    }

    [Fact]
    public void A_container_holds_one_element()
    {
        Assert.Throws<DocumentComposeException>(() => Pdf.Of(content =>
        {
            content.Text("one");
            content.Text("two");
        }));
    }
}
