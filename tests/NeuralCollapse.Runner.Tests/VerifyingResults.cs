using System.Text.RegularExpressions;

namespace NeuralCollapse.Runner.Tests;

public sealed partial class VerifyingResults : IDisposable
{
    private readonly Collapse collapse = new Collapse().WithTiny();

    public VerifyingResults() => Assert.Equal(0, collapse.Run("run", "--experiment=tiny").ExitCode);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void WithoutASnapshotOneIsOffered()
    {
        collapse.Run("verify", "--experiment=tiny").AssertError("no snapshot of tiny yet", "tiny.received.txt and rename it to accept it");

        Accept();
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
    }

    [Fact]
    public void OneDigitThatIsOtherThanTheSnapshotsIsShownAndInATableThatIsGoneWhereResultsAgreeAgain()
    {
        Accepted();
        var (before, after) = ChangeTheSnapshot();

        var outcome = collapse.Run("verify", "--experiment=tiny");

        Assert.Equal(3, outcome.ExitCode);
        Assert.All((string[])["nc1", before, after, "1 differ"], part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
        Assert.Contains($"the differences as a table: {Path.Combine(".artifacts", "differences.md")}", outcome.Output, StringComparison.Ordinal);
        var table = File.ReadAllLines(Table);
        Assert.Equal("## tiny: 1 difference", table[0]);
        var row = Assert.Single(table, line => line.Contains("every digit", StringComparison.Ordinal)).Split(" | ");
        Assert.Contains(" loss=", row[0], StringComparison.Ordinal);
        Assert.Equal(["nc1", after, before], row[1..4]);
        Assert.True(File.Exists(Received));

        File.WriteAllText(Verified, File.ReadAllText(Verified).Replace(after, before, StringComparison.Ordinal));
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
        Assert.False(File.Exists(Table) || File.Exists(Received));
    }

    [Fact]
    public void AFileThatWasChangedIsNamedByEveryCommandUntilItsCellIsTrainedAgain()
    {
        Accepted();
        var file = Directory.GetFiles(collapse.At("results", "tiny", "cells"), "epoch-0001.csv", SearchOption.AllDirectories).Order().First();
        File.AppendAllText(file, "sample,0,0,0,0,1\n");
        var named = Path.GetRelativePath(collapse.Folder, file).Replace('\\', '/');
        var cell = string.Join('/', named.Split('/')[..4]);

        var verify = collapse.Run("verify", "--experiment=tiny");

        Assert.Equal(3, verify.ExitCode);
        Assert.Contains(named, verify.Output, StringComparison.Ordinal);
        Assert.Contains(named, File.ReadAllText(Table), StringComparison.Ordinal);
        Assert.False(File.Exists(Received));
        Assert.All((string[])["report", "plan", "run"], command => collapse.Run(command, "--experiment=tiny")
            .AssertError($"{named}: expected what was written, with SHA-256", $"Restore it from version control, or delete the directory {cell} and reproduce"));

        Directory.Delete(collapse.At(cell), recursive: true);
        Assert.Equal(0, collapse.Run("run", "--experiment=tiny").ExitCode);
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
        File.AppendAllText(file, "sample,0,0,0,0,1\n");
        Assert.Equal(0, collapse.Run("run", "--experiment=tiny", "--force").ExitCode);
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
    }

    [Fact]
    public void WhereNoneIsNamedEveryRecordedExperimentIsVerified()
    {
        Accepted();
        collapse.With("other", Collapse.TinySpec.Replace("name: tiny", "name: other").Replace("seeds: [0, 1]", "seeds: [2]")).Run("run", "--experiment=other");
        File.WriteAllText(collapse.At("tests", "Snapshots", "results", "never.verified.txt"), "experiment: never");

        var unaccepted = collapse.Run("verify");
        File.Move(Received.Replace("tiny", "other", StringComparison.Ordinal), Verified.Replace("tiny", "other", StringComparison.Ordinal));
        var agreeing = collapse.Run("verify");
        File.WriteAllText(collapse.At("results", "tiny", "plan.json"), "{}\n");
        File.Delete(collapse.At("results", "other", "summary.csv"));
        var damaged = collapse.Run("verify");

        unaccepted.AssertError("no snapshot of other yet", "other.received.txt and rename it to accept it", "tiny: 176 values and 28 files compared exactly");
        Assert.Equal((0, ""), (agreeing.ExitCode, agreeing.Errors));
        Assert.All(
            (string[])["no results in results, and nothing to compare, of never", "tiny: 176 values and 28 files compared exactly", "other: 88 values and 14 files"],
            part => Assert.Contains(part, agreeing.Output, StringComparison.Ordinal));
        Assert.Equal(3, damaged.ExitCode);
        Assert.All((string[])["results/tiny/plan.json", "results/other/summary.csv"], file => Assert.Contains(file, damaged.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutResultsNothingCanBeVerified() =>
        collapse.Run("verify", "--results=nowhere").AssertError("nowhere: expected recorded experiments, got none");

    private string Table => collapse.At(".artifacts", "differences.md");

    private string Received => collapse.At("tests", "Snapshots", "results", "tiny.received.txt");

    private void Accepted()
    {
        collapse.Run("verify", "--experiment=tiny");
        Accept();
    }

    /// <summary>Edits the last digit of the first NC1 in the snapshot.</summary>
    private (string Before, string After) ChangeTheSnapshot()
    {
        var text = File.ReadAllText(Verified);
        var number = Nc1().Match(text).Groups[1].Value;
        var changed = number[..^1] + (number[^1] == '1' ? '2' : '1');
        File.WriteAllText(Verified, text.Replace(number, changed, StringComparison.Ordinal));
        return (number, changed);
    }

    private string Verified => collapse.At("tests", "Snapshots", "results", "tiny.verified.txt");

    private void Accept() => File.Move(Received, Verified);

    [GeneratedRegex("  nc1 ([0-9.]+)\n")]
    private static partial Regex Nc1();
}
