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
        collapse.Run("verify", "--experiment=tiny").AssertMistake("no snapshot of tiny yet", "tiny.received.txt and rename it to accept it");

        Accept();
        Assert.Equal(0, collapse.Run("verify", "--experiment=tiny").ExitCode);
    }

    [Fact]
    public void OneChangedDigitIsFoundAndShown()
    {
        collapse.Run("verify", "--experiment=tiny");
        Accept();
        var file = Directory.GetFiles(collapse.At("results", "tiny", "cells"), "summary.json", SearchOption.AllDirectories).Order().First();
        var text = File.ReadAllText(file);
        var number = Nc1().Match(text).Groups[1].Value;
        var changed = number[..^1] + (number[^1] == '1' ? '2' : '1');
        File.WriteAllText(file, text.Replace(number, changed, StringComparison.Ordinal));

        var outcome = collapse.Run("verify", "--experiment=tiny");

        Assert.Equal(3, outcome.ExitCode);
        var cell = Path.GetFileName(Path.GetDirectoryName(file))!;
        Assert.All((string[])[cell, "nc1", number, changed], part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
    }

    private void Accept() => File.Move(
        collapse.At("tests", "Snapshots", "results", "tiny.received.txt"), collapse.At("tests", "Snapshots", "results", "tiny.verified.txt"));

    [GeneratedRegex("\"nc1\": ([0-9.]+)")]
    private static partial Regex Nc1();
}
