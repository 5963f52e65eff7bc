using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

public sealed class FailingAndInterrupting : IDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Theory]
    [InlineData(false, "cross-entropy", 0)]
    [InlineData(true, "cross-entropy", 1)]
    public void ACellWhoseLossIsNotFiniteFailsAndIsNotRecorded(bool keepGoing, string other, int recorded)
    {
        collapse.With("wild", Collapse.TinySpec.Replace("name: tiny", "name: wild").Replace("seeds: [0, 1]", "seeds: [0]")
            .Replace($"[{{ kind: {other} }}, {{ kind: scaled-mse, kappa: 1 }}]", $"[{{ kind: scaled-mse, kappa: 1.0e+6 }}, {{ kind: {other} }}]")
            .Replace("learning-rate: 0.1", "learning-rate: 0.5").Replace("epochs: 2", "epochs: 8").Replace("[1, 2]", "[8]"));

        var outcome = collapse.Run(["run", "--experiment=wild", "--jobs=1", .. keepGoing ? ["--keep-going"] : Array.Empty<string>()]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("failed .* exit code 1\nthe loss is .* at epoch [0-9]+, step [0-9]+: a smaller learning rate may help", outcome.Output);
        Assert.DoesNotContain("   at ", outcome.Output + outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(recorded, RecordedCells("wild"));
    }

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
