using System.Text.Json.Nodes;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner.Tests;

public sealed class KeepingWeightsAndFeatures : IDisposable
{
    private const string Spec = """
        name: kept
        title: One loss on few glyphs
        data: { kind: glyphs, train: 80, test: 40 }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        loss: { kind: cross-entropy }
        training:
          epochs: 2
          batch-size: 20
          optimizer: { kind: sgd, learning-rate: 0.1, momentum: 0.9 }
          schedule: { kind: constant }
        measure: { epochs: [1, 2], keep-weights: true, keep-features: true }
        seeds: [0]
        """;

    private readonly Collapse collapse = new Collapse().With("kept", Spec);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void WhatIsMeasuredOfTheKeptFeaturesIsWhatWasRecorded()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=kept").ExitCode);
        var id = Path.GetFileName(Assert.Single(Directory.GetDirectories(collapse.At("results", "kept", "cells"))));

        var measured = JsonNode.Parse(collapse.Run("measure", $".runs/{id}/features.npz").Output)!;

        var recorded = JsonNode.Parse(File.ReadAllText(collapse.At("results", "kept", "cells", id, "summary.json")))!;
        Assert.All(
            ["nc1", "nc1-quotient", "cdnv", "nc2-etf-means", "nc3-structure", "nc4-agreement"],
            name => Assert.Equal((double)recorded["metrics"]![name]!, (double)measured[name]!)); // the same float32 features
    }

    [Fact]
    public void TheClassifierInBothFilesIsTheSame()
    {
        collapse.Run("run", "--experiment=kept");
        var folder = Assert.Single(Directory.GetDirectories(collapse.At(".runs")));

        var weights = SafetensorsFile.Read(Path.Combine(folder, "weights.safetensors"));
        var features = NpzFile.Read(Path.Combine(folder, "features.npz"), ["H", "y", "W", "b", "H_test", "y_test"]);

        Assert.Equal(features["W"].Values, weights["fc.weight"].Values);
        Assert.Equal(features["b"].Values, weights["fc.bias"].Values);
        Assert.Equal([16, 1, 3, 3], weights["conv1.weight"].Shape);
        Assert.Equal(
            ["H [80, 64]", "H_test [40, 64]", "W [10, 64]", "b [10]", "y [80]", "y_test [40]"],
            features.Select(a => $"{a.Key} {a.Value.ShapeText}").Order(StringComparer.Ordinal));
        Assert.Equal(["features.npz", "progress.svg", "weights-epoch-1.safetensors", "weights.safetensors"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void WeightsFromAFileMeasureAsTheNetworkTheyWereKeptOf()
    {
        collapse.Run("run", "--experiment=kept");
        var id = Path.GetFileName(Assert.Single(Directory.GetDirectories(collapse.At("results", "kept", "cells"))));

        var (code, output, _) = collapse.Run("evaluate", $"--cell=results/kept/cells/{id}", $"--weights=.runs/{id}/weights.safetensors");

        Assert.Equal(0, code);
        var (measured, recorded) = (JsonNode.Parse(output)!.AsObject(), JsonNode.Parse(File.ReadAllText(collapse.At("results", "kept", "cells", id, "summary.json")))!["metrics"]!.AsObject());
        Assert.Equal(recorded.Select(m => m.Key), measured.Select(m => m.Key));
        Assert.Equal("nan", (string?)measured["objective"]);
        // To what single precision leaves under another set of instructions.
        Assert.All(
            ["train-loss", "test-accuracy", "test-nll", "nc1", "nc3-structure", "mixed-nc1", "amplification"],
            name => Assert.Equal(1, (double)measured[name]! / (double)recorded[name]!, 1e-4));
    }

    [Fact]
    public void WeightsOfAnotherModelAreAnError()
    {
        collapse.Run("run", "--experiment=kept");
        var id = Path.GetFileName(Assert.Single(Directory.GetDirectories(collapse.At("results", "kept", "cells"))));
        var path = $".runs/{id}/weights.safetensors";
        var arrays = SafetensorsFile.Read(collapse.At(path)).Where(a => a.Key != "conv1.weight");
        SafetensorsFile.Write(collapse.At(path), arrays.Select(a => a.Value.IsWhole
            ? NamedArray.Of(a.Key, Array.ConvertAll(a.Value.Values, v => (long)v), a.Value.Shape)
            : NamedArray.Of(a.Key, Array.ConvertAll(a.Value.Values, v => (float)v), a.Value.Shape)));

        var (code, _, errors) = collapse.Run("evaluate", $"--cell=results/kept/cells/{id}", $"--weights={path}");

        Assert.Equal(2, code);
        Assert.StartsWith($"{path}: conv1.weight: expected the shape [16, 1, 3, 3], got no array of this name\n  remedy:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellThatThisVersionDoesNotTrainIsAnError()
    {
        const string json = """{"arithmetic":1}""";
        var folder = Directory.CreateDirectory(collapse.At("theirs", CanonicalJson.Id(json))).FullName;
        File.WriteAllText(Path.Combine(folder, "cell.json"), json + "\n");

        collapse.Run("evaluate", $"--cell={folder}", "--weights=none.safetensors")
            .AssertError("cell.json: expected a cell that this version of the project trains, got another\n  remedy: ");
    }

    [Fact]
    public void NothingIsKeptWhereTheSpecSaysSo()
    {
        collapse.With("kept", Spec.Replace("keep-weights: true, keep-features: true", "keep-weights: false")).Run("run", "--experiment=kept");

        Assert.Single(Directory.GetDirectories(collapse.At("results", "kept", "cells")));
        Assert.Equal(["progress.svg"], Directory.GetFiles(collapse.At(".runs"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }
}
