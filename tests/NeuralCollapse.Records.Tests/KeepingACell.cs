using System.Text.Json.Nodes;
using NeuralCollapse.Measures;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class KeepingACell : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 1);

    public void Dispose() => results.Dispose();

    [Fact]
    public void ACellReadsBackAsItWasPublished()
    {
        var written = SyntheticRecord.Of(plan.Cells[1]) with
        {
            Curve = [new(1, 0.1, 2.302585092994046, 1.0 / 3), new(2, 1e-7, double.PositiveInfinity, 0)],
            Layers = [Layer(0, "layer1.0", 0.5), Layer(0, "bn1", 1), Layer(2, "layer1.0", 0.5) with { AtHalf = LayerMixture.None }, Layer(2, "bn1", 1)],
        };

        results.Publish(plan.Name, written);
        var read = results.Store.Read(plan.Name, written.Id);

        Assert.Equal((written.Id, written.Label, written.CanonicalJson, written.Numerics), (read.Id, read.Label, read.CanonicalJson, read.Numerics));
        Assert.Equal(written.Epochs.Select(e => e.Epoch), read.Epochs.Select(e => e.Epoch));
        Assert.Equal(written.Epochs.SelectMany(e => e.Metrics), read.Epochs.SelectMany(e => e.Metrics));
        Assert.Equal(written.Final.Metrics, read.Final.Metrics);
        Assert.Equal(written.Reliability, read.Reliability);
        Assert.Equal(written.Lambdas, read.Lambdas);
        Assert.Equal(written.Curve, read.Curve);
        Assert.Equal(written.Layers, read.Layers);
        Assert.Equal(written.Environment with { Versions = read.Environment.Versions, Resumed = read.Environment.Resumed }, read.Environment);
        Assert.Equal(written.Environment.Resumed, read.Environment.Resumed);
        Assert.Equal(written.Environment.Versions.OrderBy(v => v.Key), read.Environment.Versions.OrderBy(v => v.Key));
    }

    [Fact]
    public void LayersAreATableOfEpochsAndLayersWhereTheyWereMeasured()
    {
        var (with, without) = (SyntheticRecord.Of(plan.Cells[0]), SyntheticRecord.Of(plan.Cells[1]));
        results.Publish(plan.Name, with with { Layers = [Layer(4, "layer1.0", 0.5) with { AtThreeQuarters = LayerMixture.None }, Layer(4, "bn1", 1)] });
        results.Publish(plan.Name, without);

        Assert.Equal(
            """
            epoch,layer,depth,nc1,cdnv,effective-rank,nearest-centre-accuracy,own-at-0.5,partner-at-0.5,amplification-at-0.5,own-at-0.75,partner-at-0.75,amplification-at-0.75
            4,layer1.0,0.5,2,inf,7.5,0.25,0.5,0.625,1.125,nan,nan,nan
            4,bn1,1,1,inf,7.5,0.25,0.5,0.625,1.125,0.75,0.375,1.125

            """.ReplaceLineEndings("\n"),
            TextOf(with.Id, "layers.csv"));
        Assert.False(File.Exists(Path.Combine(results.Store.PathOf(plan.Name, without.Id), "layers.csv")));
        Assert.Empty(results.Store.Read(plan.Name, without.Id).Layers);
    }

    [Theory]
    [InlineData("4,bn1,1,", "3,bn1,1,", "3: expected epoch 4 or one after it in column epoch, got '3'")]
    [InlineData("4,bn1,1,", "4,bn1,0.5,", "3: expected a depth beyond 0.5 in column depth, got '0.5'")]
    [InlineData("4,bn1,1,", "4,,1,", "3: expected the name of a layer in column layer, got ''")]
    [InlineData("depth", "height", "1: expected the header epoch,layer,depth,")]
    [InlineData("inf,7.5", "inf", "2: expected 13 fields as in the header, got 12")]
    [InlineData("7.5", "7,5", "2: expected 13 fields as in the header, got 14")]
    [InlineData("2,inf", "two,inf", "2: expected a number in column nc1, got 'two'")]
    public void LayersAreReadStrictly(string old, string damage, string message)
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]);
        results.Publish(plan.Name, cell with { Layers = [Layer(4, "layer1.0", 0.5), Layer(4, "bn1", 1)] });
        var file = Path.Combine(results.Store.PathOf(plan.Name, cell.Id), "layers.csv");
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);

        File.WriteAllText(file, text.Replace(old, damage, StringComparison.Ordinal));
        Sealing.Cell(Path.GetDirectoryName(file)!);

        Assert.Contains($"layers.csv:{message}", Assert.Throws<DamagedResultException>(() => results.Store.Read(plan.Name, cell.Id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectionsReadBackToFourDecimals()
    {
        var written = SyntheticRecord.Of(plan.Cells[0]);

        results.Publish(plan.Name, written);
        var read = results.Store.Read(plan.Name, written.Id);

        Assert.Equal(written.Projections.Select(p => p.Epoch), read.Projections.Select(p => p.Epoch));
        Assert.All(written.Projections.Zip(read.Projections), pair => Assert.Equal(pair.First.Points.Select(Rounded), pair.Second.Points));
    }

    [Fact]
    public void WhatIsNotFiniteIsKeptAsSuch()
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]);
        var row = new MetricRow { Epoch = 1, Metrics = [new("a", double.NaN), new("b", double.PositiveInfinity), new("c", double.NegativeInfinity)] };

        results.Publish(plan.Name, cell with { Epochs = [row] });
        var read = results.Store.Read(plan.Name, cell.Id);

        Assert.Equal("epoch,a,b,c\n1,nan,inf,-inf\n", TextOf(cell.Id, "metrics.csv"));
        Assert.Contains("\"a\": \"nan\"", TextOf(cell.Id, "summary.json"), StringComparison.Ordinal);
        Assert.Equal(row.Metrics, read.Epochs[0].Metrics);
        Assert.Equal(row.Metrics, read.Final.Metrics);
    }

    [Fact]
    public void AllFilesButTheEnvironmentDependOnTheRecordAlone()
    {
        using var others = new SyntheticResults();
        var cell = SyntheticRecord.Of(plan.Cells[0]);

        results.Publish(plan.Name, cell);
        others.Publish(plan.Name, cell with { Environment = SyntheticRecord.Environment(seed: 9) });

        var differing = results.Files().Except(others.Files()).Select(f => Path.GetFileName(f.Key));
        Assert.Equal(["environment.json"], differing);
        Assert.Equal(results.Files().Keys, others.Files().Keys);
    }

    [Fact]
    public void FilesAreUtf8WithLineFeedsAndALastLineEnd()
    {
        results.With(plan);

        Assert.Equal(2 + 1 + (2 * 12), results.Files().Count);
        Assert.All(results.Files().Values, hexadecimal =>
        {
            Assert.False(hexadecimal.StartsWith("EFBBBF", StringComparison.Ordinal));
            Assert.DoesNotContain("0D0A", hexadecimal, StringComparison.Ordinal);
            Assert.EndsWith("0A", hexadecimal, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TheCellFileIsTheCanonicalJsonOverSeveralLines()
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]);

        results.Publish(plan.Name, cell);

        var text = TextOf(cell.Id, "cell.json");
        Assert.StartsWith("{\n  \"measured\": {\n    \"epochs\": [\n      1,\n", text, StringComparison.Ordinal);
        Assert.Equal([KeyValuePair.Create(cell.Id, new RecordedCell(cell.CanonicalJson))], results.Store.RecordedCells(plan));
    }

    [Fact]
    public void AnUnknownCommitIsNullAndSoIsWhetherTheSourcesDifferedFromIt()
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]);

        results.Publish(plan.Name, cell with { Environment = cell.Environment with { Commit = null, Dirty = null } });

        Assert.Contains("\"commit\": null,\n  \"dirty\": null,\n", TextOf(cell.Id, "environment.json"), StringComparison.Ordinal);
        AssertUnknownRevision(cell.Id);
    }

    [Fact]
    public void TheSummaryHasTheHashOfEveryFileThatAnotherRunRepeatsAndSealsItself()
    {
        var cell = SyntheticRecord.Of(plan.Cells[0]) with { Curve = [new(1, 0.1, 2.3, 0.1)] };

        results.Publish(plan.Name, cell);

        var directory = results.Store.PathOf(plan.Name, cell.Id);
        var files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/'))
            .Except(["summary.json", "environment.json"]).Order(StringComparer.Ordinal).ToList();
        var summary = JsonNode.Parse(TextOf(cell.Id, "summary.json"))!;
        Assert.Equal(11, files.Count);
        Assert.Equal(files.Select(f => KeyValuePair.Create(f, Sealing.Sha256(TextOf(cell.Id, f)))), summary["files"]!.AsObject().Select(f => KeyValuePair.Create(f.Key, (string)f.Value!)));
        Assert.All((string[])["summary.json", "environment.json"], file => Assert.Equal(Sealing.Sealed(TextOf(cell.Id, file)), TextOf(cell.Id, file)));
    }

    private static LayerPoint Layer(int epoch, string name, double depth) => new()
    {
        Epoch = epoch,
        Layer = name,
        Depth = depth,
        Nc1 = 1 / depth,
        Cdnv = double.PositiveInfinity,
        EffectiveRank = 7.5,
        NearestCentreAccuracy = 0.25,
        AtHalf = new(0.5, 0.625, 1.125),
        AtThreeQuarters = new(0.75, 0.375, 1.125),
    };

    private void AssertUnknownRevision(string id)
    {
        var read = results.Store.Read(plan.Name, id).Environment;
        Assert.Null(read.Commit);
        Assert.Null(read.Dirty);
    }

    private string TextOf(string id, string file) => File.ReadAllText(Path.Combine(results.Store.PathOf(plan.Name, id), file));

    private static ProjectedPoint Rounded(ProjectedPoint point) =>
        point with { X = Math.Round(point.X, 4) + 0.0, Y = Math.Round(point.Y, 4) + 0.0, Lambda = Math.Round(point.Lambda, 4) };
}
