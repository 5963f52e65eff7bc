using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace Repository.Tests;

/// <summary>The results in the repository are those of the specs in the repository, and say what the snapshots say.</summary>
public sealed class CommittedResults
{
    private static readonly ResultStore Store = new(Path.Combine(RepositoryFiles.Root, "results"));

    public static TheoryData<string> Experiments => [.. Store.Experiments()];

    [Fact]
    public void ThereAreResults() => Assert.Contains("quick", Store.Experiments());

    /// <summary>Ids are content hashes, which reading checks: equal ids are equal cells. Of an experiment under way some are not there yet.</summary>
    [Theory]
    [MemberData(nameof(Experiments))]
    public void RecordedCellsAreThoseOfTheSpec(string experiment)
    {
        var plan = ExperimentSpec.Load(Path.Combine(RepositoryFiles.Root, "experiments", $"{experiment}.yaml")).Expand();

        Assert.NotEmpty(Store.RecordedCells(plan));
        Assert.Empty(Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "results", experiment, "cells")).Select(Path.GetFileName).Except(plan.Cells.Select(c => c.Id)));
        Assert.Equal(plan.Cells.Select(c => c.Label), Store.ReadPlan(experiment).Cells.Select(c => c.Label));
    }

    [Theory]
    [MemberData(nameof(Experiments))]
    public void EveryRowHasTheMetricsThatSpecsMayVerify(string experiment) => Assert.All(
        Store.ReadAll(Store.ReadPlan(experiment)),
        cell => Assert.All(cell.Epochs, row => Assert.Equal(RecordedMetrics.Of(CanonicalJson.Read(cell.CanonicalJson)), row.Metrics.Select(m => m.Key))));

    [Theory]
    [MemberData(nameof(Experiments))]
    public void EveryFileIsAsItWasWrittenThePlanThatOfTheSpecAndTheSummariesThoseOfTheCells(string experiment)
    {
        var plan = ExperimentSpec.Load(Path.Combine(RepositoryFiles.Root, "experiments", $"{experiment}.yaml")).Expand();

        Assert.Empty(Store.ReadExperiment(RecordedPlan.Of(plan)).Damages.SelectMany(damage => damage.Error.Faults));
    }

    [Theory]
    [MemberData(nameof(Experiments))]
    public Task MetricsAndFilesAreThoseOfTheSnapshot(string experiment)
    {
        var plan = Store.ReadPlan(experiment);

        return Golden.Verify(SnapshotText.Of(plan, Store.ReadAll(plan)), $"results/{experiment}");
    }
}
