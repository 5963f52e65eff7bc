using System.Text.Json;
using NeuralCollapse.Measures;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring.Tests;

public sealed class MeasuringLayerByLayer
{
    private static readonly NetworkCell Cell = new()
    {
        Data = new GlyphsData { Train = 60, Test = 20 },
        Model = new WideResNetModel { Depth = 10, Width = 1 },
        Loss = new CrossEntropyLoss(),
        Training = new() { Epochs = 1, BatchSize = 20, Optimizer = new SgdOptimizer { LearningRate = 0.1 }, Schedule = new ConstantSchedule() },
        Measure = new() { Epochs = [0, 1], MixedPairs = 20, ProjectionClasses = 0, Layers = true },
        Seed = 0,
    };

    public static TheoryData<ModelSpec, string> Models => new()
    {
        { new MlpModel { Hidden = [16, 12] }, "layers.2 layers.5" },
        { new WideResNetModel { Depth = 10, Width = 1 }, "layer1.0 layer2.0 layer3.0 bn1" },
        { new ResNetModel { Depth = 18 }, "layer1.0 layer1.1 layer2.0 layer2.1 layer3.0 layer3.1 layer4.0 layer4.1" },
        { new VggModel { Depth = 11 }, "features.2 features.6 features.10 features.13 features.17 features.20 features.24 features.27" },
        { new VitModel { Patch = 14, Dim = 12, Depth = 2, Heads = 2, Mlp = 16 }, "encoder.layers.encoder_layer_0 encoder.layers.encoder_layer_1 encoder.ln" },
    };

    /// <summary>The features of the last layer are the features, to the last bit.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void TheLastLayerIsThatOfTheOtherMetrics(ModelSpec model, string names)
    {
        var measured = Measured(Cell with { Model = model, Measure = Cell.Measure with { Epochs = [1] } })[^1];
        var last = measured.Layers[^1];

        Assert.Equal(names, string.Join(' ', measured.Layers.Select(layer => layer.Layer)));
        Assert.Equal(Enumerable.Range(1, measured.Layers.Count).Select(layer => (double)layer / measured.Layers.Count), measured.Layers.Select(layer => layer.Depth));
        Assert.Equal(
            [Find(WithinClassVariability.OnTrain), Find(ClassDistanceNormalizedVariance.OnTrain), Find(EffectiveRank.OnTrain), Find(NearestClassCentre.AccuracyOnTrain)],
            [last.Nc1, last.Cdnv, last.EffectiveRank, last.NearestCentreAccuracy]);
        Assert.Equal(measured.Layers.Count, measured.Layers.Select(layer => layer.Cdnv).Distinct().Count());
        Assert.All(measured.Layers, layer => Assert.True(double.IsFinite(layer.AtHalf.Amplification + layer.AtThreeQuarters.Amplification), $"{layer}"));
        double Find(Metric metric) => measured.Row.Find(metric.Name)!.Value;
    }

    [Fact]
    public void EverySampleOfEveryLayerIsTheSameInOnePassAndInAnother()
    {
        foreach (var trained in Trainer.Train(Cell, DataSet.Load(Cell.Data, ""), _ => { }))
        {
            var (layers, again) = (trained.LayersOnTrain(), trained.LayersOnTrain());

            Assert.Equal([16 * 60, 32 * 60, 64 * 60, 64 * 60], layers.Select(layer => layer.Values.Length));
            Assert.Equal(trained.OnTrain().Features, layers[^1].Values);
            Assert.All(layers.Zip(again), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
            MixedPair[] pairs = [new(3, 5, 1), new(7, 7, 0.3)];
            Assert.Equal(trained.FeaturesOf(pairs), trained.LayersOf(pairs)[^1].Values);
        }
    }

    /// <summary>What is measured of weights that were kept, and what a checkpoint holds of it, is what was measured while training.</summary>
    [Fact]
    public void KeptWeightsGiveTheSameLayersAndSoDoCheckpoints()
    {
        var folder = Directory.CreateTempSubdirectory("collapse-");
        var kept = new KeptArtifacts(folder.FullName, "0123456789ab", "numerics");
        var live = CellTraining.Run(Cell, "", kept, _ => { }).Select(measure => measure()).ToList();

        var again = CellTraining.Again(Cell, "", kept).ToList();

        Assert.Equal(8, live.Sum(measurement => measurement.Layers.Count));
        Assert.Equal(live.SelectMany(measurement => measurement.Layers), again.SelectMany(measurement => measurement.Layers));
        var json = new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };
        Assert.Equal(live[0].Layers, JsonSerializer.Deserialize<Measurement>(JsonSerializer.Serialize(live[0], json), json)!.Layers);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void WithoutMixedPairsCollapseIsMeasuredAllTheSame()
    {
        var layers = Measured(Cell with { Measure = Cell.Measure with { MixedPairs = 0 } })[^1].Layers;

        Assert.All(layers, layer => Assert.True(double.IsFinite(layer.Nc1)));
        Assert.All(layers, layer => Assert.Equal((LayerMixture.None, LayerMixture.None), (layer.AtHalf, layer.AtThreeQuarters)));
    }

    [Fact]
    public void AskingForLayersChangesNothingElse()
    {
        var (with, without) = (Measured(Cell), Measured(Cell with { Measure = Cell.Measure with { Layers = false } }));

        Assert.Empty(without.SelectMany(measurement => measurement.Layers));
        Assert.Equal(without.SelectMany(measurement => measurement.Row.Metrics), with.SelectMany(measurement => measurement.Row.Metrics));
        Assert.Equal(without.SelectMany(measurement => measurement.Lambdas), with.SelectMany(measurement => measurement.Lambdas));
    }

    private static List<Measurement> Measured(NetworkCell cell) => [.. CellTraining.Run(cell, "", kept: null, _ => { }).Select(measure => measure())];
}
