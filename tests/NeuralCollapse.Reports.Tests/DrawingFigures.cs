using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class DrawingFigures
{
    private static readonly ExperimentSummary Summary = Of(losses: 4, mixups: 2, seeds: 2);

    [Fact]
    public void CurvesGoThroughTheirValues()
    {
        var curve = MetricCurve.Of(MetricText.Of("nc1"));
        var panel = new Panel
        {
            Left = 40,
            Top = 10,
            Width = 300,
            Height = 200,
            X = Axis.Epochs(SyntheticExperiment.Epochs, 0.1),
            Y = Axis.Log(Course.Values(Summary.Groups, curve)),
        };

        var lines = Course.Draw(panel, Summary.Groups[0], curve, Palette.Blue, "").ToList();

        // Two seeds, then their mean.
        Assert.Equal(3, lines.Count);
        var (least, most) = (Math.Log(panel.Y.Scale.Least), Math.Log(panel.Y.Scale.Most));
        var expected = SyntheticExperiment.Epochs.Select((epoch, i) =>
        {
            var mean = (Summary.Groups[0].Cells[0].Epochs[i].Find("nc1")!.Value + Summary.Groups[0].Cells[1].Epochs[i].Find("nc1")!.Value) / 2;
            return (40 + (300 * Math.Log(epoch) / Math.Log(30)), 210 - (200 * (Math.Log(mean) - least) / (most - least)));
        });
        AssertNear(expected, PointsOf(lines[2]));
    }

    [Fact]
    public void ValuesThatAnAxisCannotShowAreLeftOut()
    {
        var panel = new Panel { Left = 0, Top = 0, Width = 10, Height = 10, X = Axis.Linear([0, 10]), Y = Axis.Log([1, 100]) };

        var positions = panel.Positions([(0, 10), (5, 0), (5, double.NaN), (10, 100)]);

        Assert.Equal([0.0, 10.0], positions.Select(p => p.X));
    }

    [Fact]
    public void ProjectionsKeepAnglesAndLieInsideTheirPanel()
    {
        var projection = SyntheticProjection.At(SyntheticExperiment.Plan().Cells[0].Spec, 30);
        var panel = new ProjectionPanel(projection) { Left = 100, Top = 50, Side = 110 };

        var dots = panel.Draw().Descendants().Where(e => e.Attribute("d") is not null && e.Attribute("stroke-width") is null).SelectMany(PointsOf).ToList();

        Assert.Equal(projection.Points.Count(p => p.Kind == ProjectedKind.Sample), dots.Count);
        Assert.All(dots, d => Assert.True(d.X is > 100 and < 210 && d.Y is > 50 and < 160));
        Assert.Equal(panel.XOf(1) - panel.XOf(0), panel.YOf(0) - panel.YOf(1), 9);
    }

    [Fact]
    public void EveryFigureIsADocumentOfItsHeightWithNothingBeyondItsEdges()
    {
        var figures = ReportFigures().ToList();

        Assert.Equal(9, figures.Count);
        Assert.All(figures, figure =>
        {
            var document = XDocument.Parse(figure.Svg).Root!;
            Assert.Equal($"0 0 {PageGeometry.ContentWidth} {Coordinate.Text(figure.Height)}", document.Attribute("viewBox")!.Value);
            Assert.All(document.Descendants().Where(e => e.Attribute("x") is not null), e =>
            {
                Assert.InRange(Number(e, "x"), 0, PageGeometry.ContentWidth);
                Assert.InRange(Number(e, "y"), 0, figure.Height);
            });
        });
    }

    [Fact]
    public void LayersAreDrawnByTheirDepthAfterTheLastEpochThatHasThem()
    {
        static LayerPoint Layer(int epoch, double depth) => new()
        {
            Epoch = epoch,
            Layer = "layer",
            Depth = depth,
            Nc1 = 10 * (1 - depth + 0.1),
            Cdnv = 1,
            EffectiveRank = 9,
            NearestCentreAccuracy = 0.9,
            AtHalf = new(0.5, 0.5, depth),
            AtThreeQuarters = LayerMixture.None,
        };
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        ExperimentSummary With(params LayerPoint[] layers) => ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(cell => SyntheticRecord.Of(cell) with { Layers = layers })]);

        var figure = LayerCurves.Draw(With(Layer(1, 0.5), Layer(1, 1), Layer(4, 0.25), Layer(4, 0.5), Layer(4, 1)))!;

        var text = XDocument.Parse(figure.Svg).Root!.Value;
        Assert.All(["NC1", "CDNV", "Effective rank", "Nearest-centre accuracy (%)", "A at λ = ½", "Depth"], title => Assert.Contains(title, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Partner", text, StringComparison.Ordinal); // never measured
        Assert.Equal(5, XDocument.Parse(figure.Svg).Descendants().Count(e => e.Attribute("stroke-width")?.Value == "1.3" && e.Attribute("d") is not null && PointsOf(e).Count == 3));
        Assert.Null(LayerCurves.Draw(With()));
        Assert.Null(LayerCurves.Draw(With(Layer(4, 1))));
    }

    [Fact]
    public void FiguresNameTheCellsTheyWereDrawnFrom()
    {
        var all = Summary.Plan.Cells.Select(c => c.Id).ToList();

        Assert.Equal(all, LearningCurves.Draw(Summary)!.Cells);
        Assert.Equal(all, CollapseCurves.DrawMain(Summary)!.Cells);
        Assert.Equal(Summary.Plan.Cells.Where(c => c.Seed == 0).Select(c => c.Id), Projections.DrawLast(Summary)!.Cells);
        Assert.Equal(all, ReliabilityDiagrams.Draw(Summary)!.Cells);
    }

    [Fact]
    public void ALossHasTheSameColourWhicheverOthersThereAre()
    {
        var all = new GroupStyles(Summary);
        var few = new GroupStyles(Of(losses: 2, mixups: 1, seeds: 1));

        Assert.Equal(all.Colour("focal, gamma 3"), few.Colour("focal, gamma 3"));
        Assert.Equal(4, all.Firsts.Select(all.Colour).Distinct().Count());
        Assert.Equal(2, all.Others.Select(all.Dash).Distinct().Count());
    }

    [Fact]
    public void AllSixLossesHaveColoursOfTheirOwn()
    {
        var all = new GroupStyles(Of(losses: 6, mixups: 1, seeds: 1));

        Assert.Equal(6, all.Firsts.Select(all.Colour).Distinct().Count());
        Assert.Equal((Palette.Orange, Palette.Sky), (all.Colour("smooth L1, beta 0.1, kappa 1"), all.Colour("rescaled MSE, k 5, m 3")));
    }

    [Fact]
    public void ANumberIsNamedWithItsAxis()
    {
        Assert.Equal(["mu 10", "epochs 40", "no mixup", "MAE"], new[] { ("mu", "10"), ("training.epochs", "40"), ("mixup", "none"), ("loss", "mae") }
            .Select(a => GroupName.Of(new(a.Item1, a.Item2))));
    }

    [Fact]
    public void TwoVariantsOfALossHaveTwoColours()
    {
        var plan = Summary.Plan with
        {
            Cells = [.. Summary.Plan.Cells.Select(c => c with { Axes = [new("loss", $"focal(gamma={c.Id})")] })],
        };

        var styles = new GroupStyles(ExperimentSummary.Of(plan, [.. Summary.Groups.SelectMany(g => g.Cells)]));

        Assert.Equal(16, styles.Firsts.Count);
        Assert.Equal(Palette.Categories.Count, styles.Firsts.Select(styles.Colour).Distinct().Count());
    }

    [Fact]
    public async Task ASmallFigureIsDrawnAsBefore()
    {
        var figure = ReliabilityDiagrams.Draw(Of(losses: 1, mixups: 1, seeds: 1))!;

        await Golden.Verify(figure.Svg.TrimEnd(), "Reports/SmallFigure");
    }

    private static ExperimentSummary Of(int losses, int mixups, int seeds)
    {
        var plan = SyntheticExperiment.Plan(losses: losses, mixups: mixups, seeds: seeds);
        return ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
    }

    private static IEnumerable<Figure> ReportFigures() =>
        ExperimentComposer.Compose(Summary, [], new Counter(), new Counter()).Figures.Select(f => f.Content);

    private static List<(double X, double Y)> PointsOf(XElement path) =>
    [
        .. path.Attribute("d")!.Value.Split('M', 'L').Skip(1).Select(place => place.Replace("h0", "", StringComparison.Ordinal).Split(' '))
            .Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture))),
    ];

    private static void AssertNear(IEnumerable<(double X, double Y)> expected, List<(double X, double Y)> got)
    {
        // Coordinates are written to a hundredth of a point.
        Assert.All(expected.Zip(got, (e, g) => (e, g)), pair =>
        {
            Assert.Equal(pair.e.X, pair.g.X, 0.006);
            Assert.Equal(pair.e.Y, pair.g.Y, 0.006);
        });
        Assert.Equal(expected.Count(), got.Count);
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
