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
    public void OneChangedDigitIsFoundAndShown()
    {
        Accepted();
        var change = ChangeADigit();

        var outcome = collapse.Run("verify", "--experiment=tiny");

        Assert.Equal(3, outcome.ExitCode);
        Assert.All(change.Parts, part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
        Assert.Contains($"the differences as a table: {Path.Combine(".artifacts", "differences.md")}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ATableNamesOneChangedDigitAndIsGoneWhereResultsAgreeAgain()
    {
        Accepted();
        var change = ChangeADigit();

        Assert.Equal(3, collapse.Run("verify", "--experiment=tiny").ExitCode);
        var table = File.ReadAllLines(Table);
        Assert.Equal("## tiny: 2 differences", table[0]); // summary.json differs from the snapshot, and from metrics.csv
        var row = Assert.Single(table, line => line.Contains("every digit", StringComparison.Ordinal)).Split(" | ");
        Assert.StartsWith($"| {change.Cell} loss=", row[0], StringComparison.Ordinal);
        Assert.Equal(["nc1", change.Before, change.After], row[1..4]);
        Assert.True(File.Exists(Received));

        File.WriteAllText(change.File, File.ReadAllText(change.File).Replace(change.After, change.Before, StringComparison.Ordinal));
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
        Assert.False(File.Exists(Table) || File.Exists(Received));
    }

    private string Table => collapse.At(".artifacts", "differences.md");

    private string Received => collapse.At("tests", "Snapshots", "results", "tiny.received.txt");

    private void Accepted()
    {
        collapse.Run("verify", "--experiment=tiny");
        Accept();
    }

    /// <summary>Edits the last digit of NC1 in the summary of one cell.</summary>
    private Change ChangeADigit()
    {
        var file = Directory.GetFiles(collapse.At("results", "tiny", "cells"), "summary.json", SearchOption.AllDirectories).Order().First();
        var text = File.ReadAllText(file);
        var number = Nc1().Match(text).Groups[1].Value;
        var changed = number[..^1] + (number[^1] == '1' ? '2' : '1');
        File.WriteAllText(file, text.Replace(number, changed, StringComparison.Ordinal));
        return new(file, Path.GetFileName(Path.GetDirectoryName(file))!, number, changed);
    }

    private sealed record Change(string File, string Cell, string Before, string After)
    {
        public string[] Parts => [Cell, "nc1", Before, After];
    }

    private void Accept() => File.Move(Received, collapse.At("tests", "Snapshots", "results", "tiny.verified.txt"));

    [GeneratedRegex("\"nc1\": ([0-9.]+)")]
    private static partial Regex Nc1();
}
