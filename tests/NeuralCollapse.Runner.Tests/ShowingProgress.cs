using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

public sealed class ShowingProgress : IDisposable
{
    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ARunningCellIsInFilesAndInTheReportFromItsFirstMeasuredEpochOn()
    {
        collapse.With("long", Collapse.LongSpec);
        using var process = collapse.Start(new Dictionary<string, string>(), "run", "--experiment=long", "--jobs=1");
        var drawings = Wait("progress.svg");

        var report = collapse.Run("report");

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Assert.Equal(0, report.ExitCode);
        var id = Path.GetFileName(Path.GetDirectoryName(drawings[0])!);
        Assert.Contains("running: epoch 1 of 5000", File.ReadAllText(drawings[0]), StringComparison.Ordinal);
        Assert.Contains("running: epoch 1 of 5000", File.ReadAllText(collapse.At("results", "long", "figures", $"running-{id}.svg")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(collapse.At(".runs", id, "live"), "metrics.csv", SearchOption.AllDirectories));
        process.WaitForExit();
    }

    [Fact]
    public void ARecordedCellShowsItselfNoMoreAndLeavesItsLastDrawing()
    {
        Assert.Equal(0, collapse.WithTiny().Run("run", "--experiment=tiny").ExitCode);

        Assert.Equal(4, Directory.GetDirectories(collapse.At(".runs")).Length);
        Assert.All(Directory.GetDirectories(collapse.At(".runs")), folder =>
        {
            Assert.Contains("trained for 2 epochs", File.ReadAllText(Path.Combine(folder, "progress.svg")), StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(folder));
        });
    }

    [Fact]
    public void WhatCannotBeShownCostsNoTraining()
    {
        collapse.WithTiny().Run("run", "--experiment=tiny");
        var first = Directory.GetDirectories(collapse.At(".runs"))[0];
        File.WriteAllText(Path.Combine(first, "live"), "a file where a folder is to be");

        var again = collapse.Run("run", "--experiment=tiny", "--force");

        Assert.Equal(0, again.ExitCode);
    }

    private string[] Wait(string file)
    {
        string[] found = [];
        Assert.True(SpinWait.SpinUntil(
            () => Directory.Exists(collapse.At(".runs")) && (found = Directory.GetFiles(collapse.At(".runs"), file, SearchOption.AllDirectories)).Length > 0,
            TimeSpan.FromMinutes(3)));
        return found;
    }
}
