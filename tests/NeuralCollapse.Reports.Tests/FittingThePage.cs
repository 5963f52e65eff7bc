using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Synthetic;
using Repository.Tests;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace NeuralCollapse.Reports.Tests;

public sealed class FittingThePage : IDisposable
{
    /// <summary>Coordinates in a PDF are rounded, in points.</summary>
    private const double Rounding = 0.01;

    private readonly SyntheticResults results = new();

    public void Dispose() => results.Dispose();

    [Fact]
    public void PagesAreA4InWholePointsAndWhatIsBetweenTheMarginsIsTheContent()
    {
        Assert.Equal((595, 842), (PageGeometry.Size.Width, PageGeometry.Size.Height));
        Assert.Equal(PageGeometry.Size.Width - (2 * PageGeometry.SideMargin), PageGeometry.ContentWidth);
        Assert.Equal(PageGeometry.Size.Height - PageGeometry.TopMargin - PageGeometry.BottomMargin, PageGeometry.ContentHeight);
    }

    [Fact]
    public void EveryFigureStandsBetweenTheMarginsOfAPageAsLargeAsItWasDrawnUnlessItIsTooHigh()
    {
        results.With(SyntheticExperiment.Plan()).With(SyntheticExperiment.Ufm(), SyntheticRecord.Ufm);
        var model = ReportComposer.Compose(results.Store, ["synthetic", "ufm"]);

        using var document = PdfDocument.Open(new ReportDocument(model, withAppendix: true).Generate());

        var drawings = model.Figures.Concat(model.Experiments.SelectMany(e => e.Figures)).Select(f => XDocument.Parse(f.Content.Svg).Root!).ToList();
        var pages = document.GetPages().ToList();
        var grounds = pages.SelectMany(page => page.Paths)
            .Where(path => path.IsFilled && path.FillColor!.ToRGBValues() is (1, 1, 1))
            .Select(path => path.GetBoundingRectangle()!.Value)
            .Where(ground => ground.Width > 10) // others are open dots
            .ToList();
        Assert.Equal(16, drawings.Count);
        Assert.All(pages, page => Assert.Equal((595.0, 842.0), (page.Width, page.Height)));
        Assert.Equal(drawings.Select(Size).Select(Shrunk), grounds.Select(g => (Math.Round(g.Width, 2), Math.Round(g.Height, 2))));
        Assert.All(grounds, ground => AssertBetweenMargins(ground, 595));
    }

    [Fact]
    public void NoFigureOfTheRecordedExperimentsIsWiderThanTheContent()
    {
        var figures = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "results"), "*.svg", SearchOption.AllDirectories);

        Assert.True(figures.Length > 40);
        Assert.All(figures, file => Assert.InRange(Size(XDocument.Load(file).Root!).Width, 0, 595 - (2 * PageGeometry.SideMargin)));
    }

    private static void AssertBetweenMargins(PdfRectangle ground, double pageWidth)
    {
        Assert.True(ground.Left >= PageGeometry.SideMargin - Rounding);
        Assert.True(ground.Right <= pageWidth - PageGeometry.SideMargin + Rounding);
    }

    /// <summary>A page has room for 642 points of a figure besides its caption.</summary>
    private static (double Width, double Height) Shrunk((double Width, double Height) size)
    {
        var scale = Math.Min(1, 642 / size.Height);
        return (Math.Round(scale * size.Width, 2), Math.Round(scale * size.Height, 2));
    }

    private static (double Width, double Height) Size(XElement drawing) => (Number(drawing, "width"), Number(drawing, "height"));

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
