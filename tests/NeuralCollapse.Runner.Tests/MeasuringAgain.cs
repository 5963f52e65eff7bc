using System.Text.Json.Nodes;

namespace NeuralCollapse.Runner.Tests;

/// <summary>Where only what is measured has changed, nothing is trained: the weights that were kept are measured again.</summary>
public sealed class MeasuringAgain : IDisposable
{
    private const string Spec = """
        name: again
        title: One loss on few glyphs
        data: { kind: glyphs, train: 80, test: 40 }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        loss: { kind: focal, gamma: 2 }
        mixup: { kind: mixup, alpha: 1 }
        training:
          epochs: 2
          batch-size: 20
          optimizer: { kind: sgd, learning-rate: 0.05, momentum: 0.9 }
          schedule: { kind: constant }
        measure: { epochs: [0, 1, 2], mixed-pairs: 20, projection-samples: 20 }
        seeds: [0]
        """;

    private readonly Collapse collapse = new Collapse().With("again", Spec);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void WhatIsMeasuredAgainIsByteForByteWhatTrainingWouldHaveRecorded()
    {
        Assert.Equal(0, collapse.With("again", Changed).Run("run", "--experiment=again").ExitCode);
        var expected = Files();
        collapse.With("again", Spec).Run("run", "--experiment=again", "--force");
        Assert.NotEqual(expected["metrics.csv"], Files()["metrics.csv"]);
        var trained = JsonNode.Parse(File.ReadAllText(Path.Combine(Cell, "environment.json")))!;

        var (code, output, errors) = collapse.With("again", Changed).Run("run", "--experiment=again");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("0 cells to run, 1 to measure again from weights in .runs", output, StringComparison.Ordinal);
        Assert.Equal(expected, Files());
        var measured = JsonNode.Parse(File.ReadAllText(Path.Combine(Cell, "environment.json")))!;
        Assert.Equal((string?)trained["started"], (string?)measured["started"]); // who trained it, and when, stays
        Assert.NotNull(measured["measured-again"]);
        Assert.Contains("1 of 1 cells recorded", collapse.Run("run", "--experiment=again").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheUfmIsMeasuredAgainToo()
    {
        const string ufm = """
            name: free
            title: The unconstrained features model of three classes
            ufm: { classes: 3, partners: 1, lambdas: [0.5, 0.8], dim: 2, classifier: { kind: learned, weight-decay: 0.05 }, offset: free, feature-decay: 0.01 }
            loss: { kind: cross-entropy }
            training:
              epochs: 40
              optimizer: { kind: adam, learning-rate: 0.1 }
              schedule: { kind: cosine }
            measure: { epochs: [1, 20, 40] }
            seeds: [0]
            """;
        collapse.With("free", ufm).Run("run", "--experiment=free");

        var (code, output, _) = collapse.With("free", ufm.Replace("[1, 20, 40]", "[1, 40]", StringComparison.Ordinal)).Run("run", "--experiment=free");

        Assert.Equal(0, code);
        Assert.Contains("1 to measure again", output, StringComparison.Ordinal);
        var cell = Assert.Single(Directory.GetDirectories(collapse.At("results", "free", "cells")));
        Assert.Equal(["1", "40"], File.ReadAllLines(Path.Combine(cell, "metrics.csv"))[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void ThePlanSaysWhichItWillBeAndWhy()
    {
        collapse.Run("run", "--experiment=again");
        Assert.Contains("1 recorded, 0 to run", collapse.Run("plan", "--experiment=again").Output, StringComparison.Ordinal);

        var plan = collapse.With("again", Changed).Run("plan", "--experiment=again").Output;
        Assert.Contains("0 recorded, 1 to measure again, 0 to run", plan, StringComparison.Ordinal);
        Assert.Contains("changed: measure.epochs: [0,1,2] -> [1,2]", plan, StringComparison.Ordinal);
        Assert.Contains("changed: measure.mixed-pairs: 20 -> 30", plan, StringComparison.Ordinal);
        Assert.Contains($"from the weights in .runs/{Path.GetFileName(Cell)}", plan, StringComparison.Ordinal);

        Directory.Delete(collapse.At(".runs"), recursive: true);
        plan = collapse.Run("plan", "--experiment=again").Output;
        Assert.Contains("0 recorded, 1 to run", plan, StringComparison.Ordinal);
        Assert.Contains($"and trained again, for not all are there: the weights in .runs/{Path.GetFileName(Cell)}", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void AWeightThatWasChangedIsNotMeasured()
    {
        collapse.Run("run", "--experiment=again");
        var path = Path.Combine(".runs", Path.GetFileName(Cell), "weights.safetensors");
        var bytes = File.ReadAllBytes(collapse.At(path));
        bytes[^1] ^= 1;
        File.WriteAllBytes(collapse.At(path), bytes);

        var (code, output, errors) = collapse.With("again", Changed).Run("run", "--experiment=again");

        Assert.Equal(2, code);
        Assert.Contains($"{path}: expected numbers of the SHA-256", output + errors, StringComparison.Ordinal);
        Assert.Contains("remedy: remove the file", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfAnotherCellAreNotMeasured()
    {
        collapse.Run("run", "--experiment=again");
        collapse.With("again", Spec.Replace("seeds: [0]", "seeds: [1]", StringComparison.Ordinal)).Run("run", "--experiment=again");
        var folders = Directory.GetDirectories(collapse.At(".runs")).Order().ToList();
        File.Copy(Path.Combine(folders[1], "weights.safetensors"), Path.Combine(folders[0], "weights.safetensors"), overwrite: true);
        File.Copy(Path.Combine(folders[0], "weights-epoch-1.safetensors"), Path.Combine(folders[1], "weights-epoch-1.safetensors"), overwrite: true);

        var (code, output, errors) = collapse.With("again", Changed.Replace("seeds: [0]", "seeds: [0, 1]", StringComparison.Ordinal)).Run("run", "--experiment=again", "--keep-going");

        Assert.Equal(2, code);
        Assert.Equal(2, (output + errors).Split("expected weights of cell ").Length - 1);
    }

    private static string Changed => Spec.Replace("[0, 1, 2], mixed-pairs: 20", "[1, 2], mixed-pairs: 30", StringComparison.Ordinal);

    private string Cell => Directory.GetDirectories(collapse.At("results", "again", "cells"))[0];

    /// <summary>All that is a pure function of the cell.</summary>
    private Dictionary<string, string> Files() => Directory.GetFiles(Cell, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != "environment.json").ToDictionary(path => Path.GetRelativePath(Cell, path), File.ReadAllText);
}
