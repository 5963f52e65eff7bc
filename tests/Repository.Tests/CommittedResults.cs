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

    /// <summary>Ids are content hashes, which reading checks: equal ids are equal cells.</summary>
    [Theory]
    [MemberData(nameof(Experiments))]
    public void RecordedCellsAreThoseOfTheSpec(string experiment)
    {
        var plan = ExperimentSpec.Load(Path.Combine(RepositoryFiles.Root, "experiments", $"{experiment}.yaml")).Expand();

        Assert.Equal(plan.Cells.Select(c => c.Id).Order(), Store.RecordedCells(experiment).Keys.Order());
        Assert.Equal(plan.Cells.Select(c => c.Label), Store.ReadPlan(experiment).Cells.Select(c => c.Label));
    }

    [Theory]
    [MemberData(nameof(Experiments))]
    public void EveryRowHasTheMetricsThatSpecsMayVerify(string experiment) => Assert.All(
        Store.ReadAll(Store.ReadPlan(experiment)),
        cell => Assert.All(cell.Epochs, row => Assert.Equal(RecordedMetrics.Of(CanonicalJson.Read(cell.CanonicalJson)), row.Metrics.Select(m => m.Key))));

    [Theory]
    [MemberData(nameof(Experiments))]
    public void SummariesAreThoseOfTheCells(string experiment)
    {
        var plan = Store.ReadPlan(experiment);
        var summary = ExperimentSummary.Of(plan, Store.ReadAll(plan));

        var again = new ResultStore(Directory.CreateTempSubdirectory("collapse-").FullName);
        again.WriteSummary(summary);
        foreach (var file in (string[])["summary.csv", "summary.json"])
            Assert.Equal(File.ReadAllText(Path.Combine(again.PathOf(experiment), file)), File.ReadAllText(Path.Combine(Store.PathOf(experiment), file)));
        Directory.Delete(again.Root, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Experiments))]
    public Task MetricsAreThoseOfTheSnapshot(string experiment)
    {
        var plan = Store.ReadPlan(experiment);

        return Golden.Verify(SnapshotText.Of(plan, Store.ReadAll(plan)), $"results/{experiment}");
    }
}
