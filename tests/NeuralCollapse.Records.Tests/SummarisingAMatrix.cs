using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class SummarisingAMatrix
{
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 2);

    [Fact]
    public void EveryRecordedCellIsInAGroupOrDivergedAtThePointOfOne()
    {
        var summary = Summary(cell => SyntheticRecord.Of(cell) with { Diverged = cell == plan.Cells[2] ? new("the loss", double.NaN, 2, 7) : null });

        Assert.Equal(new[] { 0, 1, 3, 2 }.Select(i => plan.Cells[i].Id), summary.Cells.Select(record => record.Id));
        Assert.Equal([0, 1], summary.Groups.Select(summary.DivergedAt));
    }

    [Fact]
    public void NumericsAreNamedOnceInAlphabeticalOrder()
    {
        var summary = Summary(cell => SyntheticRecord.Of(cell) with { Numerics = cell == plan.Cells[1] ? "c" : cell == plan.Cells[2] ? "a" : "b" });

        Assert.Equal(["a", "b", "c"], summary.Numerics);
    }

    [Fact]
    public void AMetricIsFoundByItsNameOrNotAtAll()
    {
        var group = Summary(SyntheticRecord.Of).Groups[0];

        Assert.Equal("nc1", group.Find("nc1")!.Metric);
        Assert.Null(group.Find("nobody-measured-it"));
    }

    /// <summary>A difference of squares would have lost its digits.</summary>
    [Fact]
    public void TheDeviationOfLargeValuesKeepsItsDigits()
    {
        var row = SummaryRow.Of("feature-norm", [1e15 - 7, 1e15, 1e15 + 7]);

        Assert.Equal((1e15, 7), (row.Mean, row.StandardDeviation));
    }

    private ExperimentSummary Summary(Func<Cell, CellRecord> record) => ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(record)]);
}
