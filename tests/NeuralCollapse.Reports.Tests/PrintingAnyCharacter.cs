using NeuralCollapse.Synthetic;
using UglyToad.PdfPig;

namespace NeuralCollapse.Reports.Tests;

/// <summary>A character that the typeface lacks is no reason to give no report after hours of training.</summary>
public sealed class PrintingAnyCharacter : IDisposable
{
    private readonly SyntheticResults results = new();

    public void Dispose() => results.Dispose();

    [Theory]
    [InlineData("Tiny 🎉", "Tiny [U+1F389]")]
    [InlineData("神经坍缩", "[U+795E][U+7ECF][U+574D][U+7F29]")]
    [InlineData("tab\there", "tab[U+0009]here")]
    [InlineData("𝔼[x]", "[U+1D53C][x]")]
    [InlineData("\u0001\u001b[31mred", "[U+0001][U+001B][31mred")]
    [InlineData("👩\u200d🔬", "[U+1F469][U+200D][U+1F52C]")]
    [InlineData("a\u202eb\u00adc\ue000d\uffffe", "a[U+202E]b[U+00AD]c[U+E000]d[U+FFFF]e")]
    [InlineData("λ = ½ ± 0.1, naïve,\n2 lines", "λ = ½ ± 0.1, naïve,\n2 lines")]
    public void WhatCannotBeDrawnIsWrittenAsItsCodePoint(string text, string printed) => Assert.Equal(printed, Printable.Text(text));

    [Theory]
    [InlineData("Tiny 🎉", "Tiny[U+1F389]")]
    [InlineData("神经坍缩", "[U+795E][U+7ECF][U+574D][U+7F29]")]
    [InlineData("tab\there", "tab[U+0009]here")]
    [InlineData("𝔼[x]", "[U+1D53C][x]")]
    [InlineData("bell \a", "bell[U+0007]")]
    public void ATitleAClaimAndALabelEndInPagesAndFigures(string text, string printed)
    {
        var plan = SyntheticExperiment.Plan(losses: 2, mixups: 1, seeds: 1);
        results.With(plan with
        {
            Title = text,
            Claim = $"Claim: {text}",
            Cells = [.. plan.Cells.Select((cell, i) => cell with { Axes = [new("loss", $"{text}, {i}")] })],
        });

        Report.Write(results.Store, [plan.Name], Path.Combine(results.Root, "report.pdf"), withAppendix: true);

        using var document = PdfDocument.Open(Path.Combine(results.Root, "report.pdf"));
        var pages = WithoutBlanks(string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));
        var figure = WithoutBlanks(File.ReadAllText(Path.Combine(results.Store.PathOf(plan.Name), "figures", "learning-curves.svg")));
        Assert.Contains($"Appendix:allofeachexperiment1{printed}", pages, StringComparison.Ordinal);
        Assert.Contains($"Claim:{printed}", pages, StringComparison.Ordinal);
        Assert.Contains($">{printed},1</text>", figure, StringComparison.Ordinal);
        Assert.True(pages.Split($"{printed},1").Length > 3);
    }

    [Fact]
    public void HalfASurrogatePairStopsNoReport()
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        results.With(plan);
        var model = ReportComposer.Compose(results.Store, [plan.Name]);

        using var document = PdfDocument.Open(new ReportDocument(model with { Question = "half \ud83c or \udf89", Date = default }, withAppendix: false).Generate());

        Assert.Contains("half [U+D83C] or [U+DF89]", string.Join(' ', document.GetPage(1).GetWords().Select(word => word.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheTypefaceHasWhatTheReportSaysItself()
    {
        var drawn = CharacterMap.Of(File.ReadAllBytes(InterFonts.Files(InterFonts.Folder)[0]));

        Assert.All("Aλμαβ†±½−", letter => Assert.Contains(letter, drawn));
        Assert.DoesNotContain('⟨', drawn);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(500)]
    public void BytesThatAreNoFontHaveNoCharacters(int length) =>
        Assert.Throws<InvalidDataException>(() => CharacterMap.Of([.. Enumerable.Repeat((byte)0xaa, length)]));

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
