using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace StandIns.Tests.QuestPdf;

public sealed class DrawingSvg
{
    [Theory]
    [InlineData("""<path d="M0 0L50 0L50 50Z" fill="#ff0000"/>""", 20, 170, 70, 220)]
    [InlineData("""<rect x="10" y="20" width="30" height="40"/>""", 30, 160, 60, 200)]
    [InlineData("""<circle cx="50" cy="50" r="50"/>""", 20, 120, 120, 220)]
    [InlineData("""<ellipse cx="50" cy="50" rx="20" ry="10"/>""", 50, 160, 90, 180)]
    [InlineData("""<polygon points="0,0 10,0 10,10" fill="rgb(0,128,0)"/>""", 20, 210, 30, 220)]
    [InlineData("""<polyline points="0,0 10,0 10,10" style="fill:none;stroke:black"/>""", 20, 210, 30, 220)]
    [InlineData("""<line x1="0" y1="0" x2="10" y2="10" stroke="#000"/>""", 20, 210, 30, 220)]
    [InlineData("""<g transform="translate(10 20) scale(2)"><rect width="5" height="5"/></g>""", 30, 190, 40, 200)]
    [InlineData("""<rect width="5" height="5" transform="rotate(90)translate(10,-20)"/>""", 35, 205, 40, 210)]
    public void Shapes_stay_vectors_at_their_place(string shape, double left, double bottom, double right, double top)
    {
        var pdf = Draw(shape);

        Assert.Equal([0], Pdf.Read(pdf, page => page.GetImages().Count()));
        var box = Box(pdf);
        Assert.Equal(left, box.Left, tolerance: 0.1);
        Assert.Equal(bottom, box.Bottom, tolerance: 0.1);
        Assert.Equal(right, box.Right, tolerance: 0.1);
        Assert.Equal(top, box.Top, tolerance: 0.1);
    }

    [Fact]
    public void Dashes_leave_gaps()
    {
        var pdf = Draw("""<line x1="0" y1="5" x2="10" y2="5" stroke="#000" stroke-dasharray="3 2"/>""");

        var dashes = Pdf.Read(pdf, page => page.Paths.Where(path => !path.IsClipping).SelectMany(path => path).Count())[0];
        Assert.Equal(2, dashes);
    }

    [Fact]
    public void A_drawing_fills_the_width_and_keeps_its_proportions()
    {
        const string Half = """<svg viewBox="10 10 100 50"><rect x="10" y="10" width="100" height="50"/></svg>""";

        var box = Box(Pdf.Of(content => content.Svg(Half)));

        Assert.Equal((200, 100), (Math.Round(box.Width), Math.Round(box.Height)));
        Assert.Equal(Pdf.Margin + Pdf.Side, box.Top, tolerance: 0.1);
    }

    [Fact]
    public void A_drawing_may_be_told_to_fit_an_area()
    {
        const string High = """<svg viewBox="0 0 50 100"><rect width="50" height="100"/></svg>""";

        var box = Box(Pdf.Of(content => content.Height(60).Svg(High).FitArea()));

        Assert.Equal((30, 60), (Math.Round(box.Width), Math.Round(box.Height)));
    }

    [Fact]
    public void Text_can_be_read_from_the_file()
    {
        var pdf = Draw("""
            <text x="100" y="50" text-anchor="middle" font-family="Inter, sans-serif" font-size="10">accuracy λ</text>
            <text font-family="'Inter'" font-weight="bold" font-size="10" x="10, 30, 50, " y="80, ">
                x λ
            </text>
            """);

        Assert.Equal(["accuracy λ x λ"], Pdf.Words(pdf));
        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];
        Assert.Equal(Pdf.Margin + 100, (letters[0].StartBaseLine.X + letters[9].EndBaseLine.X) / 2, tolerance: 0.1);
        Assert.Equal(Pdf.Margin + 10, letters[10].StartBaseLine.X, tolerance: 0.1);
        Assert.Equal(Pdf.Margin + 50, letters[^1].StartBaseLine.X, tolerance: 0.1);
    }

    [Fact]
    public void Text_may_be_turned_and_parts_of_it_moved()
    {
        var pdf = Draw("""
            <text font-family="Inter" font-size="10" transform="translate(50 50) rotate(-90)">a<tspan dy="-4" font-size="6">b</tspan></text>
            """);

        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];

        Assert.Equal(TextOrientation.Rotate270, letters[0].TextOrientation);
        Assert.Equal(4, letters[0].StartBaseLine.X - letters[1].StartBaseLine.X, tolerance: 0.01);
    }

    [Fact]
    public void Clipping_hides_what_is_outside()
    {
        var pdf = Draw("""
            <defs><clipPath id="box"><rect width="10" height="20"/></clipPath></defs>
            <g clip-path="url(#box)"><circle cx="0" cy="0" r="100"/></g>
            """);

        var clips = Pdf.Read(
            pdf,
            page => page.Paths.Where(path => path.IsClipping).Select(path => path.GetBoundingRectangle()).ToArray())[0];
        Assert.Contains(clips, clip => clip is { } box && Math.Round(box.Width) == 10 && Math.Round(box.Height) == 20);
    }

    [Theory]
    [InlineData("""<linearGradient id="g"/>""", "the element <linearGradient> is not supported")]
    [InlineData("""<image href="x.png"/>""", "the element <image> is not supported")]
    [InlineData("""<style>rect { fill: red }</style>""", "the element <style> is not supported")]
    [InlineData("""<rect width="1" height="1" fill="url(#g)"/>""", "<rect>: expected a colour")]
    [InlineData("""<rect width="1" height="1" filter="url(#g)"/>""", "<rect>: the attribute filter is not supported")]
    [InlineData("""<rect width="50%" height="1"/>""", "<rect>: expected a number, got '50%'")]
    [InlineData("""<g clip-path="url(#none)"/>""", "<g>: clip-path=\"url(#none)\" names no clipPath")]
    [InlineData("""<g transform="skewX(3)"/>""", "<g>: the transform skewX")]
    [InlineData("""<text font-family="Times">a</text>""", "<text>: expected a registered font family, got 'Times'")]
    [InlineData("""<text font-family="Inter"><a>b</a></text>""", "the element <a> is not supported")]
    [InlineData("""<path d="M0 oops"/>""", "<path>: expected path data")]
    public void What_cannot_be_drawn_is_an_error_that_names_the_element(string content, string message)
    {
        var mistake = Assert.Throws<DocumentDrawingException>(() => Draw(content));

        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_XML_is_an_error() =>
        Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Svg("figures/one.svg")));

    private static PdfRectangle Box(byte[] pdf) =>
        Pdf.Read(pdf, page => page.Paths.Last(path => !path.IsClipping).GetBoundingRectangle()!.Value)[0];

    private static byte[] Draw(string content) =>
        Pdf.Of(page => page.Svg($"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">{content}</svg>"""));
}
