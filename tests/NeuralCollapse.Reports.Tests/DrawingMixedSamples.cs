using System.Xml.Linq;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class DrawingMixedSamples
{
    [Fact]
    public void OnlyGroupsThatMixHaveAPredictionAndTheOthersAreLighter()
    {
        var paths = Paths(MixedFigures.DrawGeometry(Of(SyntheticExperiment.Plan()))!);

        Assert.Equal(4, paths.Count(IsPrediction));
        Assert.Equal(8, paths.Count(p => p.Attribute("stroke-width")!.Value == "1.3"));
        Assert.Equal(4, paths.Count(p => p.Attribute("stroke-width")!.Value == "1.3" && p.Attribute("stroke-opacity") is not null));
    }

    [Fact]
    public void CoefficientsAreDrawnInUnitsOfThoseOfOneClass()
    {
        var cell = SyntheticRecord.Of(SyntheticExperiment.Plan().Cells[2]);

        var (alpha, beta) = (MixedCurves.PredictedAlpha(cell).ToList(), MixedCurves.PredictedBeta(cell).ToList());

        Assert.Equal((0.5, 0.8), (alpha[0].X, Math.Round(alpha[0].Y, 9)));
        Assert.Equal((1.0, 1.0), (alpha[^1].X, Math.Round(alpha[^1].Y, 9)));
        Assert.Equal([0.8, 0.0], new[] { beta[0], beta[^1] }.Select(p => Math.Round(p.Y, 9)));
    }

    [Fact]
    public void AllPanelsHaveTheSameScale()
    {
        var texts = XDocument.Parse(MixedFigures.DrawGeometry(Of(SyntheticExperiment.Plan()))!.Svg).Descendants()
            .Where(e => e.Name.LocalName == "text" && e.Attribute("text-anchor")?.Value == "end").Select(e => e.Value).ToList();

        Assert.Equal(0, texts.Count % 4);
        Assert.All(texts.GroupBy(t => t), label => Assert.Equal(4, label.Count()));
    }

    [Fact]
    public void ALargeMatrixGivesSixPanelsAndSaysWhatIsLeftOut()
    {
        var figure = MixedFigures.DrawCoefficients(Of(SyntheticExperiment.Ufm()))!;

        Assert.Equal(18, figure.Cells.Count);
        Assert.EndsWith("18 of 30 settings are drawn, spread over the values of each axis.", figure.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutPredictionsThereIsNoFigureOverLambda()
    {
        var unmixed = Of(SyntheticExperiment.Plan(mixups: 1));

        Assert.Null(MixedFigures.DrawGeometry(unmixed));
        Assert.Null(MixedFigures.DrawCoefficients(unmixed));
        Assert.Equal(2, Panels(MixedFigures.DrawCourse(unmixed)!));
    }

    [Fact]
    public void ValuesThatWouldFlattenTheCurvesAreLeftOutAndSaid()
    {
        var plan = SyntheticExperiment.Plan();
        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of).Select(cell => cell with
        {
            Lambdas = [.. cell.Lambdas.Select(r => r.Lambda == 0.5 ? r with { Amplification = 40 } : r)],
        })]);

        Assert.EndsWith("Values outside the range from -0.5 to 4 are left out.", MixedFigures.DrawGeometry(summary)!.Explanation, StringComparison.Ordinal);
        Assert.All(summary.Groups.SelectMany(g => g.Cells), c => Assert.Equal(10, MixedCurves.Amplification(c).Count()));
    }

    [Fact]
    public void OneMeasuredEpochGivesNoCurvesOverEpochs()
    {
        var plan = SyntheticExperiment.Ufm();
        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Ufm)]);

        Assert.Null(MixedFigures.DrawCourse(summary));
        Assert.Null(LearningCurves.Draw(summary));
        Assert.Null(CollapseCurves.DrawMain(summary));
    }

    private static bool IsPrediction(XElement path) => path.Attribute("stroke-width")!.Value == "4";

    private static List<XElement> Paths(Figure figure) =>
        [.. XDocument.Parse(figure.Svg).Descendants().Where(e => e.Name.LocalName == "path")];

    private static int Panels(Figure figure) =>
        XDocument.Parse(figure.Svg).Descendants().Count(e => e.Attribute("font-weight")?.Value == "bold");

    private static ExperimentSummary Of(Plan plan) =>
        ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
}
