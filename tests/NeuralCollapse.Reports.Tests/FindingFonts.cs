using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace NeuralCollapse.Reports.Tests;

/// <summary>The text of a drawing is set in fonts from files of one folder only, by QuestPDF, whatever else was registered.</summary>
public sealed class FindingFonts : IDisposable
{
    private readonly SyntheticResults results = new();

    public void Dispose() => results.Dispose();

    [Fact]
    public void TheFontsLieInAFolderBesideTheExecutableAndNoOthersAreLookedFor()
    {
        Typography.EnsureFonts();

        Assert.Equal(["Inter-Bold.ttf", "Inter-Regular.ttf", "Inter-SemiBold.ttf"], InterFonts.Files(InterFonts.Folder).Select(Path.GetFileName));
        Assert.Equal([InterFonts.Folder], QuestPDF.Settings.FontDiscoveryPaths);
        Assert.False(QuestPDF.Settings.UseEnvironmentFonts);
    }

    [Fact]
    public void TheTextOfFiguresIsSetInThem()
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        Report.Write(results.With(plan).Store, [plan.Name], Path.Combine(results.Root, "report.pdf"), withAppendix: true);

        using var document = PdfDocument.Open(Path.Combine(results.Root, "report.pdf"));

        var letters = document.GetPages().SelectMany(page => page.Letters).ToList();
        var upright = letters.Where(letter => letter.TextOrientation != TextOrientation.Horizontal).ToList();
        Assert.Contains("Accuracy(%)", string.Concat(upright.Select(letter => letter.Value.Trim())), StringComparison.Ordinal);
        Assert.Equal(["Inter-Bold", "Inter-Regular"], upright.Select(letter => letter.FontName!.Split('+')[^1]).Distinct().Order());
        Assert.Equal(
            ["Inter-Bold", "Inter-Regular", "Inter-SemiBold"],
            letters.Select(letter => letter.FontName!.Split('+')[^1]).Distinct().Order());
    }

    [Fact]
    public void FontsThatAreGoneAreSaid()
    {
        var empty = Directory.CreateTempSubdirectory("collapse-fonts-").FullName;

        var error = Assert.Throws<UserErrorException>(() => InterFonts.Files(empty));
        Directory.Delete(empty);

        Assert.Equal($"{empty}: expected the fonts of the report, got none.\nBuild again: ./build.sh --target=Build", error.Message);
        Assert.Throws<UserErrorException>(() => InterFonts.Files(empty));
    }
}
