using System.Security.Cryptography;

namespace NeuralCollapse.Runner.Tests;

public sealed class ReproducingAnExperiment : IDisposable
{
    private readonly Collapse collapse = new Collapse().WithTiny();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void TheNumberOfProcessesChangesNoByte()
    {
        var one = collapse.Run("run", "--experiment=tiny", "--jobs=1", "--results=one");
        var two = collapse.Run("run", "--experiment=tiny", "--jobs=2", "--results=two");

        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Contains("tiny: 4 of 4 cells recorded", two.Output, StringComparison.Ordinal);
        var files = Hashes("one");
        Assert.Equal(3 + (4 * 8), files.Count); // plan and two summaries; per cell 6 files and 2 projections
        Assert.Equal(files, Hashes("two"));
    }

    [Fact]
    public void MemoryThatIsKeptForTheNextStepChangesNoByte()
    {
        var kept = collapse.Run("run", "--experiment=tiny", "--results=one");
        var given = collapse.Run(new Dictionary<string, string> { ["NEURAL_COLLAPSE_CACHING_ALLOCATOR"] = "0" }, "run", "--experiment=tiny", "--results=two");

        Assert.Equal((0, 0), (kept.ExitCode, given.ExitCode));
        Assert.Equal(Hashes("one"), Hashes("two"));
    }

    [Fact]
    public void ASecondTimeTrainsNothing()
    {
        collapse.Run("run", "--experiment=tiny");
        var before = Directory.GetFiles(collapse.At("results", "tiny", "cells"), "*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);

        var again = collapse.Run("run", "--experiment=tiny");

        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain("to run", again.Output, StringComparison.Ordinal);
        Assert.All(before, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public void ForceTrainsAgainAndGivesTheSameBytes()
    {
        collapse.Run("run", "--experiment=tiny");
        var before = Hashes("results");

        var again = collapse.Run("run", "--experiment=tiny", "--force");

        Assert.Contains("4 cells to run", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Hashes("results"));
    }

    [Fact]
    public void EditingACommentChangesNothingAndEditingTheRateIsNamedByThePlan()
    {
        collapse.Run("run", "--experiment=tiny");

        var comment = collapse.With("tiny", "# Another comment\n" + Collapse.TinySpec).Run("plan", "--experiment=tiny");
        var rate = collapse.With("tiny", Collapse.TinySpec.Replace("learning-rate: 0.1", "learning-rate: 0.05")).Run("plan", "--experiment=tiny");

        Assert.StartsWith("tiny: 4 cells, 4 recorded, 0 to run", comment.Output, StringComparison.Ordinal);
        Assert.StartsWith("tiny: 4 cells, 0 recorded, 4 to run", rate.Output, StringComparison.Ordinal);
        Assert.Equal(4, rate.Output.Split("changed: training.optimizer.learning-rate: 0.1 -> 0.05").Length - 1);
    }

    private Dictionary<string, string> Hashes(string folder) => Directory.GetFiles(collapse.At(folder), "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) is not ("environment.json" or ".lock"))
        .ToDictionary(f => Path.GetRelativePath(collapse.At(folder), f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
}
