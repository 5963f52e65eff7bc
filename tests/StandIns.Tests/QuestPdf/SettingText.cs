using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig.Content;

namespace StandIns.Tests.QuestPdf;

public sealed class SettingText
{
    private const string Left = "left";

    [Fact]
    public void TheTextOfTheFileIsTheTextThatWasSet()
    {
        const string Text = "λ = 0.5 ± 0.1 − μ × ‖h‖² ≤ 10⁻³ α₁ → ∞ Σ ≈ § „fi“";

        var pages = Pdf.Words(Pdf.Of(content => content.Text(Text).Style(TextStyle.Default.FontSize(6))));

        Assert.Equal([Text], pages);
    }

    [Fact]
    public void ACharacterThatTheFontLacksIsAnError()
    {
        var error = Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Text("a ⟨ b")));

        Assert.Contains("U+27E8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFamilyOfNoFolderIsAnError()
    {
        var error = Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Text("a").Style(TextStyle.Default.FontFamily("Times"))));

        Assert.Contains("got 'Times'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinesBreakBetweenWordsAndAfterDashesWithinWords()
    {
        var lines = Lines("unconstrained features with-dashes", width: 80);

        Assert.Equal(["unconstrained", "features with-", "dashes"], lines);
    }

    [Fact]
    public void AWordThatIsWiderThanTheLineBreaksAnywhere()
    {
        var lines = Lines("0123456789abcdef", width: 50);

        Assert.True(lines.Length > 1);
        Assert.Equal("0123456789abcdef", string.Concat(lines));
    }

    [Fact]
    public void AWordOfTwoStylesStaysTogether()
    {
        var pdf = Pdf.Of(content => content.MaxWidth(45).Text(text =>
        {
            text.Span("aaaa bb");
            text.Span("bb").Style(TextStyle.Default.Bold());
        }));

        Assert.Equal([["aaaa", "bbbb"]], Pdf.Read(pdf, page => LinesOf(page)));
    }

    [Fact]
    public void TextStandsLeftInTheMiddleOrRight()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Item().Text(Left);
            column.Item().AlignCenter().Text("middle");
            column.Item().AlignRight().Text("right");
            column.Item().Text("lines\non the right").AlignRight();
        }));

        var words = Pdf.Read(pdf, page => page.GetWords().ToArray())[0];
        Assert.Equal(Pdf.Left, Start(words[0]), tolerance: 0.01);
        Assert.Equal(Pdf.Left + (Pdf.Side / 2), (Start(words[1]) + End(words[1])) / 2, tolerance: 0.01);
        Assert.Equal(Pdf.Left + Pdf.Side, End(words[2]), tolerance: 0.01);
        Assert.Equal(Pdf.Left + Pdf.Side, End(words[3]), tolerance: 0.01);
        Assert.Equal(Pdf.Left + Pdf.Side, End(words[^1]), tolerance: 0.01);
    }

    [Fact]
    public void StylesComeFromAroundUnlessTheTextHasItsOwn()
    {
        var pdf = Pdf.OfPage(page =>
        {
            page.DefaultTextStyle(style => style.FontFamily("Inter").FontSize(10).SemiBold());
            page.Content().Column(column =>
            {
                column.Item().Text("a");
                column.Item().Text("b").Style(TextStyle.Default.Bold());
                column.Item().Text("c").Style(TextStyle.Default.FontSize(20).LineHeight(1));
            });
        });

        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];
        Assert.Equal(["Inter-SemiBold", "Inter-Bold", "Inter-SemiBold"], letters.Select(letter => letter.FontName!.Split('+')[^1]));
        Assert.Equal([10, 10, 20], letters.Select(letter => (int)Math.Round(letter.PointSize)));
    }

    private static string[] Lines(string text, float width) =>
        Pdf.Read(Pdf.Of(content => content.MaxWidth(width).Text(text)), page => LinesOf(page))[0];

    private static string[] LinesOf(Page page) =>
    [
        .. page.GetWords()
            .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y))
            .Select(line => string.Join(' ', line.Select(word => word.Text))),
    ];

    private static double Start(Word word) => word.Letters[0].StartBaseLine.X;

    private static double End(Word word) => word.Letters[^1].EndBaseLine.X;
}
