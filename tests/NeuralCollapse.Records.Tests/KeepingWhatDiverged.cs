using System.Text.Json.Nodes;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class KeepingWhatDiverged : IDisposable
{
    private static readonly Divergence Reason = new("the loss", double.PositiveInfinity, 2, 7);

    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 3);

    public void Dispose() => results.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ItReadsBackWithWhatWasMeasuredBefore(int epochs)
    {
        var written = Diverged(plan.Cells[0]) with { Epochs = [.. SyntheticRecord.Of(plan.Cells[0]).Epochs.Take(epochs)] };

        results.Publish(plan.Name, written);
        var read = results.Store.Read(plan.Name, written.Id);

        Assert.Equal(Reason, read.Diverged);
        Assert.Equal(written.Epochs.Select(row => row.Epoch), read.Epochs.Select(row => row.Epoch));
        Assert.Equal(Reason, results.Store.RecordedCells(plan)[written.Id].Diverged);
    }

    [Fact]
    public void ACellThatDidNotDivergeMustHaveAMeasuredEpoch()
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]);
        results.Publish(plan.Name, cell with { Epochs = [], Projections = [], Lambdas = [] });

        var damage = Assert.Throws<DamagedResultException>(() => results.Store.Read(plan.Name, cell.Id));

        Assert.Contains("metrics.csv:2: expected a measured epoch, got the end of the file", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsInNoMeanAndItsCountStandsBesideN()
    {
        results.With(plan, cell => cell == plan.Cells[1] ? Diverged(cell) : SyntheticRecord.Of(cell));
        var summary = ExperimentSummary.Of(results.Store.ReadPlan(plan.Name), results.Store.ReadAll(RecordedPlan.Of(plan)));

        Assert.Equal((2, 3), (summary.Groups[0].Cells.Count, summary.Groups[1].Cells.Count));
        Assert.Equal((1, 0), (summary.DivergedAt(summary.Groups[0]), summary.DivergedAt(summary.Groups[1])));
        Assert.Equal(plan.Cells[1].Id, Assert.Single(summary.Diverged).Id);
        var lines = File.ReadAllLines(Path.Combine(results.Store.PathOf(plan.Name), "summary.csv"));
        Assert.EndsWith(",metric,n,diverged,mean,std", lines[0], StringComparison.Ordinal);
        Assert.Contains(",nc1,2,1,", lines.First(line => line.Contains(",nc1,", StringComparison.Ordinal)), StringComparison.Ordinal);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(results.Store.PathOf(plan.Name), "summary.json")))!;
        Assert.Equal("the loss is inf at epoch 2, step 7", json["diverged"]![plan.Cells[1].Id]!.GetValue<string>());
    }

    [Fact]
    public void WhereAllDivergedThereIsASummaryAllTheSame()
    {
        results.With(plan, Diverged);

        Assert.True(results.Store.HasResults(plan.Name));
        Assert.Empty(results.Store.ReadExperiment(RecordedPlan.Of(plan)).Damages);
    }

    [Fact]
    public void OnOtherNumericsTooItIsADifferenceWhetherOneDiverged()
    {
        results.With(plan);
        var expected = Snapshot.Of(RecordedPlan.Of(plan), results.Store.ReadAll(RecordedPlan.Of(plan)));
        results.Publish(plan.Name, Diverged(plan.Cells[0]) with { Numerics = "elsewhere" });

        var verdict = SnapshotComparison.Compare(expected, results.Store.ReadExperiment(RecordedPlan.Of(plan)));

        Assert.Contains(verdict.Differences, d => (d.CellId, d.Expected, d.Got) == (plan.Cells[0].Id, "one to the last epoch", "a training that diverged"));
    }

    private static CellRecord Diverged(Cell cell) => SyntheticRecord.Of(cell) with { Epochs = [], Projections = [], Lambdas = [], Reliability = [], Diverged = Reason };
}
