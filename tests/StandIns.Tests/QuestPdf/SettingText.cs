using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using UglyToad.PdfPig.Content;

namespace StandIns.Tests.QuestPdf;

public sealed class SettingText
{
    private const string Left = "left";

    [Fact]
    public void The_text_of_the_file_is_the_text_that_was_set()
    {
        const string Text = "λ = 0.5 ± 0.1 − μ × ‖h‖² ≤ 10⁻³ α₁ → ∞ Σ ≈ § „fi“";

        var pages = Pdf.Words(Pdf.Of(content => content.DefaultTextStyle(style => style.FontSize(6)).Text(Text)));

        Assert.Equal([Text], pages);
    }

    [Fact]
    public void A_character_that_the_font_lacks_is_an_error()
    {
        var mistake = Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Text("a ⟨ b")));

        Assert.Contains("U+27E8", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_that_is_not_registered_is_an_error()
    {
        var mistake = Assert.Throws<DocumentDrawingException>(() => Pdf.Of(content => content.Text("a").FontFamily("Times")));

        Assert.Contains("got 'Times'", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_break_between_words_and_after_dashes_within_words()
    {
        var lines = Lines("unconstrained features with-dashes", width: 80);

        Assert.Equal(["unconstrained", "features with-", "dashes"], lines);
    }

    [Fact]
    public void A_word_that_is_wider_than_the_line_breaks_anywhere()
    {
        var lines = Lines("0123456789abcdef", width: 50);

        Assert.True(lines.Length > 1);
        Assert.Equal("0123456789abcdef", string.Concat(lines));
    }

    [Fact]
    public void A_word_of_two_styles_stays_together()
    {
        var pdf = Pdf.Of(content => content.Width(45).Text(text =>
        {
            text.Span("aaaa bb");
            text.Span("bb").Bold();
        }));

        Assert.Equal([["aaaa", "bbbb"]], Pdf.Read(pdf, page => LinesOf(page)));
    }

    [Fact]
    public void Text_stands_left_in_the_middle_or_right()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Item().Text(Left);
            column.Item().Text("middle").AlignCenter();
            column.Item().AlignRight().Text("right");
        }));

        var words = Pdf.Read(pdf, page => page.GetWords().ToArray())[0];
        Assert.Equal(Pdf.Margin, Start(words[0]), tolerance: 0.01);
        Assert.Equal(Pdf.Margin + (Pdf.Side / 2), (Start(words[1]) + End(words[1])) / 2, tolerance: 0.01);
        Assert.Equal(Pdf.Margin + Pdf.Side, End(words[2]), tolerance: 0.01);
    }

    [Fact]
    public void Justified_lines_reach_the_right_edge_except_the_last()
    {
        var pdf = Pdf.Of(content => content.Text(text =>
        {
            text.Justify();
            text.Span("the features of mixed samples follow a distinct geometry of their own");
        }));

        var lines = Pdf.Read(pdf, page => page.GetWords().GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y)).ToArray())[0];
        Assert.Equal(2, lines.Length);
        Assert.Equal(Pdf.Margin + Pdf.Side, End(lines[0].Last()), tolerance: 0.1);
        Assert.True(End(lines[1].Last()) < Pdf.Margin + Pdf.Side - 1);
    }

    [Fact]
    public void Subscripts_stand_lower_and_superscripts_higher_and_both_are_smaller()
    {
        var pdf = Pdf.Of(content => content.Text(text =>
        {
            text.Span("a");
            text.Span("b").Subscript();
            text.Span("c").Superscript();
        }));

        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];
        Assert.True(letters[1].StartBaseLine.Y < letters[0].StartBaseLine.Y);
        Assert.True(letters[2].StartBaseLine.Y > letters[0].StartBaseLine.Y);
        Assert.All(letters[1..], letter => Assert.True(letter.PointSize < letters[0].PointSize));
    }

    [Fact]
    public void Styles_come_from_around_unless_the_text_has_its_own()
    {
        var pdf = Pdf.Of(content => content.DefaultTextStyle(style => style.SemiBold()).Column(column =>
        {
            column.Item().Text("a");
            column.Item().Text("b").Bold();
            column.Item().Text("c").FontSize(20).LineHeight(1);
        }));

        var letters = Pdf.Read(pdf, page => page.Letters.ToArray())[0];
        Assert.Equal(["Inter-SemiBold", "Inter-Bold", "Inter-SemiBold"], letters.Select(letter => letter.FontName!.Split('+')[^1]));
        Assert.Equal([10, 10, 20], letters.Select(letter => (int)Math.Round(letter.PointSize)));
    }

    private static string[] Lines(string text, float width) =>
        Pdf.Read(Pdf.Of(content => content.Width(width).Text(text)), page => LinesOf(page))[0];

    private static string[] LinesOf(Page page) =>
    [
        .. page.GetWords()
            .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y))
            .Select(line => string.Join(' ', line.Select(word => word.Text))),
    ];

    private static double Start(Word word) => word.Letters[0].StartBaseLine.X;

    private static double End(Word word) => word.Letters[^1].EndBaseLine.X;
}
