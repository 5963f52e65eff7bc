using System.Xml.Linq;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class DrawingRunningCells : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("collapse-runs-");
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1);
    private readonly LiveCells live;

    public DrawingRunningCells() => live = new(runs.FullName);

    public void Dispose()
    {
        results.Dispose();
        runs.Delete(recursive: true);
    }

    [Fact]
    public void ARunningCellIsMarkedAsSuchAndChangesNothingThatIsSaidOfTheRecorded()
    {
        results.With(plan);
        results.Remove(plan, plan.Cells[0]);
        live.Write(SyntheticRunning.Until(plan.Cells[0], 8));

        var without = ReportComposer.Compose(results.Store, [plan.Name]).Experiments[0];
        var with = ReportComposer.Compose(results.Store, [plan.Name], live).Experiments[0];

        var figure = Assert.Single(with.Figures.Skip(without.Figures.Count)).Content;
        Assert.Equal($"running-{plan.Cells[0].Id}", figure.Name);
        Assert.Contains("running: epoch 8 of 30", XElement.Parse(figure.Svg).Value, StringComparison.Ordinal);
        Assert.Contains("running: epoch 8 of 30", figure.Title, StringComparison.Ordinal);
        Assert.Contains($"drawn as far as it is: {plan.Cells[0].Label} (epoch 8 of 30).", with.Setup, StringComparison.Ordinal);
        Assert.Equal(Drawn(without), Drawn(with).SkipLast(1));
        Assert.Equal(Texts([.. without.Results, without.Predictions!, .. without.AllMetrics]), Texts([.. with.Results, with.Predictions!, .. with.AllMetrics]));
        Assert.Equal(without.PredictionsInWords, with.PredictionsInWords);
    }

    [Fact]
    public void ACellThatIsRecordedIsNotDrawnAsRunning()
    {
        results.With(plan);
        live.Write(SyntheticRunning.Until(plan.Cells[0], 8));

        Assert.DoesNotContain(ReportComposer.Compose(results.Store, [plan.Name], live).Experiments[0].Figures, f => f.Content.Name.StartsWith("running", StringComparison.Ordinal));
    }

    [Fact]
    public void WhereNothingIsRunningNoByteIsDifferentAndFiguresOfCellsThatRanAreGone()
    {
        results.With(plan);
        Write(null);
        var before = results.Files();
        var cell = results.Store.PathOf(plan.Name, plan.Cells[0].Id);
        Directory.Move(cell, runs.FullName + "-aside");
        results.Summarise(plan);
        live.Write(SyntheticRunning.Until(plan.Cells[0], 8));
        Write(live);
        Assert.Contains($"{plan.Name}/figures/running-{plan.Cells[0].Id}.svg", results.Files().Keys);

        Directory.Move(runs.FullName + "-aside", cell);
        results.Summarise(plan);
        live.Remove(plan.Cells[0].Id);
        Write(live);

        Assert.Equal(before, results.Files());
    }

    [Fact]
    public void AnExperimentOfWhichNothingIsRecordedYetIsDrawnFromItsRunningCells()
    {
        results.Store.WritePlan(plan);
        live.Write(SyntheticRunning.Until(plan.Cells[0], 1));
        live.Write(SyntheticRunning.Until(plan.Cells[1], 16));

        Write(live);
        var experiment = ReportComposer.Compose(results.Store, [plan.Name], live).Experiments[0];

        Assert.True(File.Exists(Path.Combine(results.Root, "report.pdf")));
        Assert.Equal(2, experiment.Figures.Count);
        Assert.Empty(experiment.Results);
        Assert.Contains("None is recorded yet. Still running", experiment.Setup, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryEpochOfTrainingIsALineBesideWhatWasMeasured()
    {
        var recorded = RecordedPlan.Of(plan);
        List<CellRecord> cells = [.. plan.Cells.Select(SyntheticRecord.Of)];
        var curved = cells.Select(cell => cell with { Curve = SyntheticRunning.Curve(30) }).ToList();

        var without = LearningCurves.Draw(ExperimentSummary.Of(recorded, cells))!;
        var with = LearningCurves.Draw(ExperimentSummary.Of(recorded, curved))!;

        Assert.DoesNotContain("every epoch", without.Svg, StringComparison.Ordinal);
        Assert.Contains("every epoch, as trained on", with.Svg, StringComparison.Ordinal);
        Assert.Equal(2 * 2, LinesThrough(with, 30)); // groups x panels
        Assert.Equal(0, LinesThrough(without, 30));
    }

    [Fact]
    public void ProgressIsDrawnFromTheFirstMeasuredEpochOnAndOfCellsWithoutImages()
    {
        var first = SyntheticRunning.Until(plan.Cells[0], 1);
        var ufm = SyntheticRecord.Ufm(SyntheticExperiment.Ufm().Cells[0]);

        Assert.Contains("Last-layer features after epoch 1", Report.Progress(new(first)), StringComparison.Ordinal);
        Assert.Contains("trained for 30 epochs", Report.Progress(new(ufm)), StringComparison.Ordinal);
    }

    private void Write(LiveCells? cells) => Report.Write(results.Store, [plan.Name], Path.Combine(results.Root, "report.pdf"), withAppendix: true, live: cells);

    private static IEnumerable<(string Svg, string Explanation)> Drawn(ExperimentModel experiment) =>
        experiment.Figures.Select(figure => (figure.Content.Svg, figure.Content.Explanation));

    private static int LinesThrough(Figure figure, int points) => XElement.Parse(figure.Svg).Descendants()
        .Count(e => e.Name.LocalName == "path" && e.Attribute("d")!.Value.Split('M', 'L').Length - 1 == points);

    private static IEnumerable<string> Texts(IEnumerable<Table> tables) =>
        tables.SelectMany(table => table.Rows.Select(row => string.Join('|', row)).Prepend(table.Title));
}
