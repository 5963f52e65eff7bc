namespace NeuralCollapse.Runner.Tests;

public sealed class ReportingResults : IDisposable
{
    private static readonly Dictionary<string, string> WithoutLibTorch = new() { ["NEURAL_COLLAPSE_LIBTORCH"] = "/nowhere" };

    private readonly Collapse collapse = new Collapse().WithTiny();

    public ReportingResults() => Assert.Equal(0, collapse.Run("run", "--experiment=tiny").ExitCode);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void TwiceGivesTheSameBytesAndNeedsNoLibTorch()
    {
        Assert.Equal(0, collapse.Run(WithoutLibTorch, "report", "--experiment=tiny").ExitCode);
        var first = File.ReadAllBytes(collapse.At("results", "report.pdf"));
        File.Delete(collapse.At("results", "report.pdf"));

        Assert.Equal(0, collapse.Run(WithoutLibTorch, "report", "--experiment=tiny").ExitCode);

        Assert.Equal(first, File.ReadAllBytes(collapse.At("results", "report.pdf")));
        Assert.NotEmpty(Directory.GetFiles(collapse.At("results", "tiny", "figures"), "*.svg"));
    }

    [Fact]
    public void WhereNoneIsNamedEveryRecordedExperimentIsReported()
    {
        collapse.With("other", Collapse.TinySpec.Replace("name: tiny", "name: other")).Run("run", "--experiment=other");

        Assert.Equal(0, collapse.Run("report").ExitCode);

        Assert.All((string[])["tiny", "other"], name => Assert.True(Directory.Exists(collapse.At("results", name, "figures"))));
        collapse.Run("report", "--results=nowhere").AssertError("nowhere: expected recorded experiments, got none");
    }

    [Fact]
    public void AnExperimentOfWhichOnlyCellsOfAnEarlierSpecAreThereIsLeftOut()
    {
        collapse.With("other", Collapse.TinySpec.Replace("name: tiny", "name: other")).Run("run", "--experiment=other");
        foreach (var (cell, i) in Directory.GetDirectories(collapse.At("results", "other", "cells")).Select((cell, i) => (cell, i)))
            Directory.Move(cell, collapse.At("results", "other", "cells", $"{i:000000000000}"));
        foreach (var summary in Directory.GetFiles(collapse.At("results", "other"), "summary.*"))
            File.Delete(summary);

        Assert.Equal(0, collapse.Run("report").ExitCode);

        Assert.False(Directory.Exists(collapse.At("results", "other", "figures")));
        Assert.True(Directory.Exists(collapse.At("results", "tiny", "figures")));
    }

    [Fact]
    public void WithoutResultsTheRemedyIsNamed() =>
        collapse.Run("report", "--experiment=tiny", "--results=elsewhere").AssertError("elsewhere", "tiny");
}
