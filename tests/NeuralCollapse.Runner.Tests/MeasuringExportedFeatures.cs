using System.Text.Json.Nodes;
using NeuralCollapse.Records.Tests;

namespace NeuralCollapse.Runner.Tests;

public sealed class MeasuringExportedFeatures : IDisposable
{
    private const string Golden = """
        samples 20, dimensions 6, classes 4, nc1 18.536646060917, nc1-quotient 8.918644067797, cdnv 5.287366430573, effective-rank 5.799287380934,
        nc2-equinorm-means 0.352682805548, nc2-equiangular-means 0.465997364595, nc2-equinorm-weights 0.157676111735,
        nc2-equiangular-weights 0.746801737644, nc2-etf-means 0.692033433763, nc2-etf-weights 1.085401661642,
        nc2-etf-weights-centred 0.460315180742, gnc2-log-mean -0.369060257718, gnc2-log-variance 0.167442461912,
        nc3-structure 1.192321278823, nc3-structure-centred 0.974005942486, nc3-distance-squared 1.694454237385,
        nc3-cosine-distance 0.837954052306, nc4-agreement 0.2, nearest-centre-accuracy 0.6, feature-norm 1.373668151646,
        mean-norm 0.232304991856, weight-norm 0.824848314102, global-mean-logits 1.064248618721
        """;

    // The whole-number formulas of four classes, six dimensions and five samples a class that any language can repeat.
    private static readonly byte[] H = Npz.Floats(
        from c in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 5) from k in Enumerable.Range(0, 6) select ((7 * c) + (3 * i) + (5 * k) + (c * i * k)) % 11 / 10.0, 20, 6);

    private static readonly byte[] Y = Npz.Labels([.. Enumerable.Range(0, 20).Select(i => i / 5)]);

    private static readonly byte[] W = Npz.Floats(
        from c in Enumerable.Range(0, 4) from k in Enumerable.Range(0, 6) select (((5 * c) + (2 * k) + (c * k * k)) % 7 / 7.0) - 0.3, 4, 6);

    private static readonly byte[] B = Npz.Floats([-0.1, 0, 0.1, 0.2], 4);

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void EveryMeasureHasItsGoldenValue()
    {
        var outcome = Measure(("H", H), ("y", Y), ("W", W), ("b", B), ("epoch", [0]));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        var measured = JsonNode.Parse(outcome.Output)!.AsObject();
        var golden = Golden.Split(',', StringSplitOptions.TrimEntries).Select(pair => pair.Split(' ')).ToList();
        Assert.Equal(golden.Select(pair => pair[0]), measured.Select(pair => pair.Key));
        Assert.All(golden, pair => Assert.Equal(double.Parse(pair[1]), (double)measured[pair[0]]!, 1e-9));
    }

    [Fact]
    public void WithoutAClassifierItsMeasuresAreNull()
    {
        var measured = JsonNode.Parse(Measure(("H", H), ("y", Y)).Output)!.AsObject();

        Assert.Equal(18.536646060917, (double)measured["nc1"]!, 1e-9);
        Assert.Equal(11, measured.Count(pair => pair.Value is null));
        Assert.Null(measured["nc4-agreement"]);
    }

    [Fact]
    public void TheBiasDecidesTooAndIsZeroWhereNotGiven()
    {
        double Agreement(params (string, byte[])[] arrays) => (double)JsonNode.Parse(Measure([("H", H), ("y", Y), ("W", W), .. arrays]).Output)!["nc4-agreement"]!;

        Assert.Equal(Agreement(("b", Npz.Floats(4))), Agreement());
        Assert.NotEqual(Agreement(("b", Npz.Floats([100, 0, 0, 0], 4))), Agreement());
    }

    public static TheoryData<string, string, byte[]> Errors => new()
    {
        { "H: expected floating-point numbers of shape [N, D], got floating-point numbers of shape [120]", "H", Npz.Floats(120) },
        { "H: expected floating-point numbers of shape [N, D], got whole numbers of shape [20]", "H", Y },
        { "H: expected floating-point numbers of shape [N, D], got floating-point numbers of shape [0, 6]", "H", Npz.Floats(0, 6) },
        { "H[1, 2]: expected a finite number, got nan", "H", Npz.Floats(Enumerable.Range(0, 120).Select(i => i == 8 ? double.NaN : i), 20, 6) },
        { "y: expected whole numbers of shape [20], one for each row of H, got whole numbers of shape [3]", "y", Npz.Labels(0, 1, 2) },
        { "y: expected whole numbers of shape [20], one for each row of H, got floating-point numbers of shape [20]", "y", Npz.Floats(20) },
        { "y: expected numbers of type", "y", Npz.Array("|b1", "20,", new byte[20]) },
        { "pickled", "y", Npz.Array("|O", "20,", new byte[20]) },
        { "y[3]: expected a class from 0 to 3, as W has 4 rows, got 4", "y", Npz.Labels([0, 1, 2, 4, .. new int[16]]) },
        { "y[0]: expected a class from 0 to 3, as W has 4 rows, got -1", "y", Npz.Labels([-1, .. new int[19]]) },
        { "y: expected samples of each class and at least 2 classes, got 1 of 4 classes", "y", Npz.Labels(new int[20]) },
        { "W: expected floating-point numbers of shape [C, 6], got floating-point numbers of shape [6, 4]", "W", Npz.Floats(6, 4) },
        { "b: expected floating-point numbers of shape [4], one for each row of W, got floating-point numbers of shape [5]", "b", Npz.Floats(5) },
        { "W: expected 192 bytes for the shape [4, 6], got 191", "W", W[..^1] },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void AnErrorNamesFileAndArray(string message, string name, byte[] array)
    {
        (string Name, byte[] Array)[] sound = [("H", H), ("y", Y), ("W", W), ("b", B)];

        Measure([.. sound.Select(pair => pair.Name == name ? (name, array) : pair)]).AssertError("features.npz", message);
    }

    [Fact]
    public void WhatIsMissingIsNamed()
    {
        Measure(("H", H)).AssertError("expected arrays of features [N, D] and labels [N], got no y; there is H");
        Measure(("features", H), ("labels", Y)).AssertError("got no H and no y; there are features, labels\n  remedy: name them with --features=NAME --labels=NAME, or save them as H and y");
        Measure(("arr_0", H), ("arr_1", Y)).AssertError("got no H and no y; there are arr_0, arr_1");
        Measure(("H", H), ("y", Y), ("b", B)).AssertError("b: expected the weights W beside the bias, got none");
        collapse.Run("measure", "nowhere.npz").AssertError("nowhere.npz: expected an .npz file, got no file of this name");
        collapse.Run("measure").AssertError("measure");
    }

    [Fact]
    public void ArraysOfOtherNamesAreNamedOnTheCommandLine()
    {
        var usual = Measure(("H", H), ("y", Y), ("W", W), ("b", B));
        Npz.Write(collapse.At("features.npz"), ("features", H), ("labels", Y), ("fc.weight", W), ("fc.bias", B));

        var named = collapse.Run("measure", "features.npz", "--features=features", "--labels=labels", "--weights=fc.weight", "--bias=fc.bias");

        Assert.Equal((0, ""), (named.ExitCode, named.Errors));
        Assert.Equal(usual.Output, named.Output);
    }

    [Fact]
    public void MoreDimensionsThanTheScatterHasRoomForAreRefused() =>
        Measure(("H", Npz.Floats(2, 16_385)), ("y", Npz.Labels(0, 1))).AssertError("H: expected at most 16384 dimensions, got 16385");

    [Fact]
    public void AHugeLabelIsAnErrorNotAnAllocation() => Measure(("H", H), ("y", Npz.Labels([int.MaxValue - 1, .. new int[19]])))
        .AssertError("got 2 of 2147483647 classes", "without gaps");

    private Outcome Measure(params (string Name, byte[] Array)[] arrays)
    {
        Npz.Write(collapse.At("features.npz"), arrays);
        return collapse.Run("measure", "features.npz");
    }
}
