using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

public sealed class FailingAndInterrupting : IDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ControlCEndsTheWorkersAndTheSameCommandGoesOn()
    {
        collapse.With("long", Collapse.LongSpec);
        using var process = collapse.Start(Plain, "run", "--experiment=long", "--jobs=2");
        Collapse.WaitForEpoch(process);

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(0, RecordedCells("long"));
    }

    [Fact]
    public void WorkersEndWithTheirParentHoweverItEnds()
    {
        collapse.With("long", Collapse.LongSpec);
        using var process = collapse.Start(Plain, "run", "--experiment=long", "--jobs=1");
        Collapse.WaitForEpoch(process);
        Assert.Equal(2, collapse.Processes().Count);

        process.Kill(entireProcessTree: false);
        process.WaitForExit();

        Assert.True(SpinWait.SpinUntil(() => collapse.Processes().Count == 0, TimeSpan.FromMinutes(1)));
        Assert.Equal(0, RecordedCells("long"));
    }

    [Fact]
    public void AWorkerThatTheSystemKillsIsSaidToBeKilled()
    {
        collapse.With("long", Collapse.LongSpec);
        using var process = collapse.Start(Plain, "run", "--experiment=long", "--jobs=1");
        Collapse.WaitForEpoch(process);

        Process.Start("kill", ["-KILL", $"{collapse.Processes().Single(id => id != process.Id)}"]).WaitForExit();

        Assert.Contains("exit code 137\nits process was killed", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
    }

    private int RecordedCells(string experiment) => Directory.Exists(collapse.At("results", experiment, "cells"))
        ? Directory.GetDirectories(collapse.At("results", experiment, "cells")).Count(cell => !Path.GetFileName(cell).StartsWith('.'))
        : 0;
}
