using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ShowingARunningCell : IDisposable
{
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("collapse-runs-");
    private readonly Cell cell = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1).Cells[0];
    private readonly LiveCells live;

    public ShowingARunningCell() => live = new(runs.FullName);

    public void Dispose() => runs.Delete(recursive: true);

    [Fact]
    public void WhatIsMeasuredSoFarReadsBackWithHowFarThatIs()
    {
        var written = SyntheticRunning.Until(cell, 8);

        live.Write(written);
        var running = live.Read(cell.Id)!;

        Assert.Equal((8, 30), (running.Epoch, running.Epochs));
        Assert.Equal(written.Epochs.SelectMany(e => e.Metrics), running.SoFar.Epochs.SelectMany(e => e.Metrics));
        Assert.Equal(written.Curve, running.SoFar.Curve);
        Assert.Equal([1, 2, 4, 8], running.SoFar.Projections.Select(p => p.Epoch));
        Assert.Equal((cell.Label, cell.CanonicalJson), (running.SoFar.Label, running.SoFar.CanonicalJson));
    }

    [Fact]
    public void TheNewestIsShownAloneAlsoWhenTrainingHasBegunAgain()
    {
        live.Write(SyntheticRunning.Until(cell, 4));
        live.Write(SyntheticRunning.Until(cell, 16));
        live.Write(SyntheticRunning.Until(cell, 1));

        Assert.Equal(1, live.Read(cell.Id)!.Epoch);
        Assert.Single(Directory.GetDirectories(live.PathOf(cell.Id)));
    }

    [Fact]
    public async Task AReaderSeesTheOldOrTheNewAndNeverFilesOfBoth()
    {
        live.Write(SyntheticRunning.Until(cell, 1));
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 30; i++)
                live.Write(SyntheticRunning.Until(cell, SyntheticExperiment.Epochs[(i + 1) % SyntheticExperiment.Epochs.Count]));
        });

        do
        {
            var seen = live.Read(cell.Id)!;
            Assert.Equal(seen.SoFar.Epochs.Select(row => row.Epoch), seen.SoFar.Projections.Select(projection => projection.Epoch));
            Assert.Equal((seen.Epoch, seen.Epoch), (seen.SoFar.Curve.Count, seen.SoFar.Environment.TotalSeconds));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public void WhatAKilledWriterHasLeftIsNeitherSeenNorKept()
    {
        live.Write(SyntheticRunning.Until(cell, 4));
        var half = Path.Combine(live.PathOf(cell.Id), ".writing");
        Directory.CreateDirectory(half);
        File.WriteAllText(Path.Combine(half, "metrics.csv"), "epoch");

        Assert.Equal(4, live.Read(cell.Id)!.Epoch);
        live.Write(SyntheticRunning.Until(cell, 8));

        Assert.Equal(8, live.Read(cell.Id)!.Epoch);
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public void ACellThatIsRecordedShowsNothingAnyMore()
    {
        Assert.Null(live.Read(cell.Id));
        live.Write(SyntheticRunning.Until(cell, 4));

        live.Remove(cell.Id);
        live.Remove(cell.Id);

        Assert.Null(live.Read(cell.Id));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(runs.FullName, cell.Id)));
    }

    [Fact]
    public void WhatAnotherTrainerHasLeftIsNotRunning()
    {
        var json = cell.CanonicalJson.Replace($"\"trainer\":{CanonicalJson.TrainerVersion}", "\"trainer\":1", StringComparison.Ordinal);
        var old = SyntheticRunning.Until(cell, 4) with { Id = CanonicalJson.Id(json), CanonicalJson = json };
        Assert.NotEqual(cell.Id, old.Id);

        live.Write(old);

        Assert.Null(live.Read(old.Id));
    }

    [Fact]
    public void ADamagedFileIsNamedWithARemedyThatCostsNoResult()
    {
        live.Write(SyntheticRunning.Until(cell, 4));
        var file = Path.Combine(Directory.GetDirectories(live.PathOf(cell.Id)).Single(), "curve.csv");
        File.WriteAllText(file, "epoch,learning-rate,objective,running-accuracy\none,0.1,2,0.5\n");

        var message = Assert.Throws<DamagedResultException>(() => live.Read(cell.Id)).Message;

        Assert.Contains("curve.csv", message, StringComparison.Ordinal);
        Assert.Contains($"Delete the directory {live.PathOf(cell.Id).Replace('\\', '/')}", message, StringComparison.Ordinal);
    }
}
