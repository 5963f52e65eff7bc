using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace StandIns.Tests.QuestPdf;

public sealed class DrawingSvg
{
    [Theory]
    [InlineData("""<path d="M0 0L50 0L50 50Z" fill="#ff0000"/>""", 0, 0, 50, 50)]
    [InlineData("""<rect x="10" y="20" width="30" height="40"/>""", 10, 20, 40, 60)]
    [InlineData("""<circle cx="50" cy="50" r="50"/>""", 0, 0, 100, 100)]
    [InlineData("""<polygon points="0,0 10,0 10,10" fill="#008000"/>""", 0, 0, 10, 10)]
    [InlineData("""<line x1="0" y1="0" x2="10" y2="10" stroke="#000000" fill="none"/>""", 0, 0, 10, 10)]
    [InlineData("""<g transform="rotate(-90 50 50)"><rect width="5" height="8"/></g>""", 0, 95, 8, 100)]
    public void ShapesStayVectorsAtTheirPlace(string shape, double left, double top, double right, double bottom)
    {
        var pdf = Draw(shape);

        Assert.Equal([0], Pdf.Read(pdf, page => page.GetImages().Count()));
        var box = Box(pdf);
        const double Top = Pdf.Bottom + Pdf.Side;
        Assert.Equal(Pdf.Left + left, box.Left, tolerance: 0.1);
        Assert.Equal(Top - bottom, box.Bottom, tolerance: 0.1);
        Assert.Equal(Pdf.Left + right, box.Right, tolerance: 0.1);
        Assert.Equal(Top - top, box.Top, tolerance: 0.1);
    }

    [Fact]
    public void DashesLeaveGaps()
    {
        var pdf = Draw("""<line x1="0" y1="5" x2="10" y2="5" stroke="#000000" stroke-dasharray="3 2"/>""");

        var dashes = Pdf.Read(pdf, page => page.Paths.Where(path => !path.IsClipping).SelectMany(path => path).Count())[0];
        Assert.Equal(2, dashes);
    }

    [Fact]
    public void ADrawingFillsTheWidthAndKeepsItsProportions()
    {
        const string Half = """<svg viewBox="0 0 100 50"><rect width="100" height="50"/></svg>""";

        var box = Box(Pdf.Of(content => content.Svg(Half)));

        Assert.Equal((200, 100), (Math.Round(box.Width), Math.Round(box.Height)));
        Assert.Equal(Pdf.Bottom + Pdf.Side, box.Top, tolerance: 0.1);
    }

    [Fact]
    public void TextCanBeReadFromTheFile()
    {
        var pdf = Draw("""<text x="100" y="50" text-anchor="middle" font-family="Inter" font-size="10">accuracy λ</text>""");

        Assert.Equal(["accuracy λ"], Pdf.Words(pdf));
        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];
        Assert.Equal(Pdf.Left + 100, (letters[0].StartBaseLine.X + letters[^1].EndBaseLine.X) / 2, tolerance: 0.1);
    }

    [Fact]
    public void TextMayBeTurned()
    {
        var pdf = Draw("""<text x="50" y="50" font-family="Inter" font-size="10" transform="rotate(-90 50 50)">a</text>""");

        Assert.Equal(TextOrientation.Rotate270, Pdf.Read(pdf, page => page.Letters[0].TextOrientation)[0]);
    }

    [Fact]
    public void TextIsSetInFontsOfTheFirstFolderOnlyAsByThePackage()
    {
        var other = Pdf.Of(content => content.Text("a").Style(TextStyle.Default.FontFamily(Pdf.OtherFamily)));
        var error = Assert.Throws<DocumentDrawingException>(() => Draw($"""<text font-family="{Pdf.OtherFamily}">a</text>"""));

        Assert.Equal(["a"], Pdf.Words(other));
        Assert.Contains("expected a font family of the first folder of Settings.FontDiscoveryPaths, got 'Outer'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<linearGradient/>""", "the element <linearGradient> is not supported")]
    [InlineData("""<image href="x.png"/>""", "<image>: href=\"x.png\" is not supported")]
    [InlineData("""<style>rect { fill: red }</style>""", "the element <style> is not supported")]
    [InlineData("""<rect width="1" height="1" fill="url(#g)"/>""", "<rect>: expected a colour")]
    [InlineData("""<rect width="1" height="1" filter="url(#g)"/>""", "<rect>: filter=\"url(#g)\" is not supported")]
    [InlineData("""<rect width="50%" height="1"/>""", "<rect>: expected a number, got '50%'")]
    [InlineData("""<g transform="skewX(3)"/>""", "<g>: expected a transform such as rotate(-90 10 20) or translate(10 20), got 'skewX(3)'")]
    [InlineData("""<text font-family="Inter"><a>b</a></text>""", "the element <a> is not supported")]
    [InlineData("""<path d="M0 oops"/>""", "<path>: expected path data")]
    public void WhatCannotBeDrawnIsAnErrorThatNamesTheElement(string content, string message)
    {
        var error = Assert.Throws<DocumentDrawingException>(() => Draw(content));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures/one.svg", "got text that is not XML")]
    [InlineData("""<svg width="10" height="10"/>""", "<svg>: expected a viewBox")]
    public void WhatIsNoDrawingIsAnError(string text, string message)
    {
        var error = Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Svg(text)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static PdfRectangle Box(byte[] pdf) =>
        Pdf.Read(pdf, page => page.Paths.Last(path => !path.IsClipping).GetBoundingRectangle()!.Value)[0];

    private static byte[] Draw(string content) =>
        Pdf.Of(page => page.Svg($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">{content}</svg>"""));
}
