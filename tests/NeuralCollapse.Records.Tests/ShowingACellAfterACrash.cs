using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ShowingACellAfterACrash : IDisposable
{
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("collapse-runs-");
    private readonly Cell cell = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1).Cells[0];
    private readonly LiveCells live;

    public ShowingACellAfterACrash() => live = new(runs.FullName);

    public void Dispose() => runs.Delete(recursive: true);

    [Theory]
    [InlineData(".1")]
    [InlineData(".7")]
    public void WhatWasBeingRemovedIsRemoved(string aside)
    {
        live.Write(SyntheticRunning.Until(cell, 4));
        Directory.CreateDirectory(Path.Combine(live.PathOf(cell.Id), aside, "projections"));

        live.Write(SyntheticRunning.Until(cell, 8));

        Assert.Equal([Path.Combine(live.PathOf(cell.Id), "2")], Directory.GetFileSystemEntries(live.PathOf(cell.Id)));
        Assert.Equal(8, live.Read(cell.Id)!.Epoch);
    }

    [Fact]
    public void TheDrawingIsBesideWhatIsShownAndStays()
    {
        live.Write(SyntheticRunning.Until(cell, 4));
        File.WriteAllText(live.PictureOf(cell.Id), "<svg/>\n");

        live.Remove(cell.Id);

        Assert.Equal([Path.Combine(runs.FullName, cell.Id, "progress.svg")], Directory.GetFileSystemEntries(Path.Combine(runs.FullName, cell.Id)));
    }
}
