namespace NeuralCollapse.Runner.Tests;

public sealed class RunningTwoCommandsAtOnce : IDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    /// <summary>Four cells that are trained at once: what is tried here is who publishes them.</summary>
    private static readonly string Quick = Collapse.TinySpec.Replace("{ kind: wide-resnet, depth: 10, width: 1 }", "{ kind: mlp, hidden: [8] }");

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void TheSecondCommandLeavesAndSaysWhoIsAtWorkAndThoseThatReadAreNotBlocked()
    {
        collapse.With("tiny", Quick).With("long", Collapse.LongSpec);
        using var first = collapse.Start(Plain, "run", "--experiment=long", "--jobs=1");
        Collapse.WaitForEpoch(first);
        collapse.With("long", Quick.Replace("name: tiny", "name: long"));

        var second = collapse.Run("run", "--experiment=tiny", "--experiment=long", "--force");
        var plan = collapse.Run("plan", "--experiment=long");
        var half = Directory.GetDirectories(collapse.At("results", "long", "cells"));
        first.Kill(entireProcessTree: true);

        second.AssertError("results/long: another command is at work on this experiment", $"(process {first.Id} on {Environment.MachineName})");
        Assert.False(Directory.Exists(collapse.At("results", "tiny", "cells")));
        Assert.StartsWith("long: 4 cells, 0 recorded, 4 to run", plan.Output, StringComparison.Ordinal);
        Assert.Single(half);
    }

    [Fact]
    public void ACommandThatWasKilledLeavesNothingBehindThatBlocks()
    {
        collapse.With("long", Collapse.LongSpec);
        using var first = collapse.Start(Plain, "run", "--experiment=long", "--jobs=2");
        Collapse.WaitForEpoch(first);
        first.Kill(entireProcessTree: false);
        first.WaitForExit();

        collapse.With("long", Quick.Replace("name: tiny", "name: long"));
        var second = collapse.Run("run", "--experiment=long");

        Assert.Equal((0, ""), (second.ExitCode, WithoutCommit(second.Errors)));
        AssertWhole("long");
    }

    [Fact]
    public async Task OfSeveralForcedOnesEachTrainsEverythingOrLeaves()
    {
        collapse.With("tiny", Quick);
        collapse.Run("run", "--experiment=tiny");

        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => collapse.Run("run", "--experiment=tiny", "--force", "--jobs=1"))));

        Assert.All(all, one => Assert.True(
            one.ExitCode == 0 || (one.ExitCode == 2 && one.Errors.Contains("another command is at work", StringComparison.Ordinal)), one.Output + one.Errors));
        Assert.Contains(all, one => one.ExitCode == 0);
        AssertWhole("tiny");
    }

    /// <summary>Four cells are there, each with all its files, and nothing else.</summary>
    private void AssertWhole(string experiment)
    {
        var cells = Directory.GetFileSystemEntries(collapse.At("results", experiment, "cells"));
        Assert.Equal(4, cells.Length);
        Assert.All(cells, cell => Assert.True(File.Exists(Path.Combine(cell, "cell.json")), cell));
        Assert.All(cells, cell => Assert.Equal(9, Directory.GetFiles(cell, "*", SearchOption.AllDirectories).Length));
    }

    /// <summary>Less the line on an unknown commit, which these tests say where they lie in no repository.</summary>
    private static string WithoutCommit(string errors) =>
        string.Join('\n', errors.Split('\n').Where(line => !line.StartsWith("the commit of this program is unknown", StringComparison.Ordinal)));
}
