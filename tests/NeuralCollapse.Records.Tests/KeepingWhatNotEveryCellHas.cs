using System.Text.Json.Nodes;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class KeepingWhatNotEveryCellHas : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly CellRecord record = SyntheticRecord.Of(SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1).Cells[0]);

    public void Dispose() => results.Dispose();

    [Fact]
    public void ACellWithoutPicturesHasNoFileOrFolderOfThem()
    {
        var read = Kept(record with { Lambdas = [], Projections = [] });

        Assert.Equal(
            ["cell.json", "environment.json", "metrics.csv", "reliability.csv", "summary.json"],
            Directory.GetFileSystemEntries(results.Store.PathOf("synthetic", record.Id)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Empty(read.Lambdas);
        Assert.Empty(read.Projections);
    }

    [Fact]
    public void ATrainingMayDivergeAtNoStep()
    {
        var diverged = new Divergence("the loss", double.NaN, 3, null);

        Assert.Equal(diverged, Kept(record with { Diverged = diverged }).Diverged);
    }

    [Fact]
    public void ACellThatWasMeasuredAgainSaysWhenAndByWhichCommit()
    {
        var environment = record.Environment with { MeasuredAgain = new(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(1)), MeasuredAgainCommit = "0123456789abcdef" };

        var read = Kept(record with { Environment = environment }).Environment;

        Assert.Equal((environment.MeasuredAgain, environment.MeasuredAgainCommit), (read.MeasuredAgain, read.MeasuredAgainCommit));
    }

    [Fact]
    public void VersionsAreInAlphabeticalOrder()
    {
        var versions = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1", ["c"] = "3" };

        Kept(record with { Environment = record.Environment with { Versions = versions } });
        var text = File.ReadAllText(Path.Combine(results.Store.PathOf("synthetic", record.Id), "environment.json"));

        Assert.Equal(["a", "b", "c"], JsonNode.Parse(text)!["versions"]!.AsObject().Select(version => version.Key));
    }

    private CellRecord Kept(CellRecord cell)
    {
        results.Publish("synthetic", cell);
        return results.Store.Read("synthetic", cell.Id);
    }
}
