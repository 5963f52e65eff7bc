using System.Diagnostics;
using System.Text.RegularExpressions;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner.Tests;

/// <summary>Real processes, really killed: whatever interrupts a cell, the same command goes on, and its files are those of a run that nothing interrupted.</summary>
public sealed class GoingOnFromCheckpoints : IDisposable
{
    private const string Spec = """
        name: once
        title: A cell long enough to be interrupted
        data: { kind: glyphs, train: 100, test: 20, augment: crop }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        loss: { kind: cross-entropy }
        mixup: { kind: mixup, alpha: 1 }
        training:
          epochs: 6
          batch-size: 20
          optimizer: { kind: adamw, learning-rate: 0.01, weight-decay: 0.05, clip: 5 }
          schedule: { kind: cosine, warm-up: 1 }
        measure: { epochs: [0, 2, 6], mixed-pairs: 20 }
        seeds: [0]
        """;

    private static readonly Dictionary<string, string> Plain = [];

    private readonly Collapse collapse = new Collapse().With("once", Spec);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ARunThatIsKilledAgainAndAgainGivesTheBytesOfOneThatIsNot()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=once", "--results=whole", "--runs=whole-runs").ExitCode);

        foreach (var steps in (int[])[4, 13, 22])
        {
            using var process = collapse.Start(Plain, "run", "--experiment=once", "--checkpoint-seconds=0");
            WaitForCheckpoint(process, steps);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.True(SpinWait.SpinUntil(() => collapse.Processes().Count == 0, TimeSpan.FromMinutes(1)));
        }

        var last = collapse.Run("run", "--experiment=once", "--checkpoint-seconds=0");

        Assert.Equal(0, last.ExitCode);
        Assert.Matches("note    [0-9a-f]{12} goes on from epoch [3-6], step [0-5]\n", last.Output);
        Assert.Equal(Files("whole"), Files("results"));
        Assert.Contains("\"resumed\": [\n    {", File.ReadAllText(Directory.GetFiles(collapse.At("results"), "environment.json", SearchOption.AllDirectories).Single()), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(collapse.At(".runs"), "*checkpoint*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void ASignalSavesTheStateAndSaysSo(string signal)
    {
        using var process = collapse.Start(Plain, "run", "--experiment=once");
        Collapse.WaitForEpoch(process);

        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(130, process.ExitCode);
        Assert.Matches("note    [0-9a-f]{12} its state is saved at epoch [1-6], step [0-9]+\n", output);
        Assert.Contains("goes on from its checkpoint", collapse.Run("plan", "--experiment=once").Output, StringComparison.Ordinal);
        Assert.Matches("goes on from epoch [1-6], step [0-9]+\n", collapse.Run("run", "--experiment=once").Output);
    }

    [Theory]
    [InlineData("a number", 1, "goes on from epoch")]
    [InlineData("a name", 1, "goes on from epoch")]
    [InlineData("a number", 2, "no checkpoint can be used: begins anew")]
    public void ADamagedStateIsLeftForAnOlderOne(string what, int damaged, string said)
    {
        using (var process = collapse.Start(Plain, "run", "--experiment=once", "--checkpoint-seconds=0"))
        {
            WaitForCheckpoint(process, 8);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.True(SpinWait.SpinUntil(() => collapse.Processes().Count == 0, TimeSpan.FromMinutes(1)));
        }

        foreach (var file in Checkpoints().OrderByDescending(File.GetLastWriteTimeUtc).Take(damaged))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[what == "a name" ? bytes.AsSpan().LastIndexOf("conv1.weight"u8) : bytes.Length - 100] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        var outcome = collapse.Run("run", "--experiment=once");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(damaged, outcome.Output.Split('\n').Count(line => line.EndsWith("this checkpoint is not used", StringComparison.Ordinal)));
        Assert.Contains(said, outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Whatever a state of another version of the program lacks, the cell begins anew rather than failing each time.</summary>
    [Fact]
    public void AStateThatLacksAPartIsNotUsed()
    {
        using (var process = collapse.Start(Plain, "run", "--experiment=once", "--checkpoint-seconds=0"))
        {
            WaitForCheckpoint(process, 8);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.True(SpinWait.SpinUntil(() => collapse.Processes().Count == 0, TimeSpan.FromMinutes(1)));
        }

        foreach (var file in Checkpoints())
        {
            var arrays = SafetensorsFile.Read(file, out var metadata);
            var older = metadata.Where(entry => !entry.Key.EndsWith("sha256", StringComparison.Ordinal)).ToDictionary();
            older["state"] = Regex.Replace(older["state"], @"""Arrays"":\[[^\]]*\],", "");
            SafetensorsFile.Write(file, arrays.Select(array => NamedArray.Of(array.Key, array.Value.Values, array.Value.Shape)), older);
        }

        var outcome = collapse.Run("run", "--experiment=once");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("no checkpoint can be used: begins anew", outcome.Output, StringComparison.Ordinal);
    }

    private string[] Checkpoints() => Directory.Exists(collapse.At(".runs")) ? Directory.GetFiles(collapse.At(".runs"), "checkpoint-*", SearchOption.AllDirectories) : [];

    /// <summary>Waits until so many states have been saved, of this and earlier runs.</summary>
    private void WaitForCheckpoint(Process process, int count)
    {
        while (!Checkpoints().Any(file => CountIn(file) >= count))
            Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(5)), "the run has ended before its checkpoint");
    }

    private static int CountIn(string file)
    {
        var header = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file));
        var at = header.IndexOf("\"count\":\"", StringComparison.Ordinal) + 9;
        return int.Parse(header[at..header.IndexOf('"', at)], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Content by path of all that is a function of the cell and the numerics.</summary>
    private Dictionary<string, string> Files(string results) => Directory.GetFiles(collapse.At(results), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) is not ("environment.json" or ".lock"))
        .ToDictionary(file => Path.GetRelativePath(collapse.At(results), file), File.ReadAllText);
}
