using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>A last layer that is a simplex from the beginning and stays as it is.</summary>
public sealed class FixingTheClassifier
{
    private static readonly SimplexLastLayer Simplex = new() { Scale = 2 };

    public FixingTheClassifier() => LibTorch.Load();

    [Theory]
    [InlineData(10, 64)]
    [InlineData(10, 9)]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    public void TurnedAtRandomASimplexIsOne(int classes, int dimension)
    {
        var rows = SimplexWeights.Of(classes, dimension, scale: 3, new(1, "turned")).Chunk(dimension).ToList();

        for (var a = 0; a < classes; a++)
        {
            for (var b = 0; b < classes; b++)
                Assert.Equal(3 * ((a == b ? 1 : 0) - (1.0 / classes)), rows[a].Zip(rows[b], (x, y) => x * y).Sum(), 12);
        }
    }

    [Fact]
    public void ItsDirectionsAreAFunctionOfTheSeed()
    {
        double[] Weights(int seed) => SimplexWeights.Of(5, 8, 1, new(seed, "turned"));

        Assert.Equal(Weights(1), Weights(1));
        Assert.NotEqual(Weights(1), Weights(2));
        Assert.DoesNotContain(0, Weights(1)); // no axis is left out
    }

    public static TheoryData<ModelSpec> Models =>
    [
        new MlpModel { Hidden = [16] },
        new WideResNetModel { Depth = 10, Width = 1 },
        new ResNetModel { Depth = 18 },
        new VggModel { Depth = 11 },
        new VitModel { Patch = 14, Dim = 12, Depth = 1, Heads = 2, Mlp = 16 },
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryNetworkCanHaveOneAndAllElseBeginsAsWithALearnedOne(ModelSpec model)
    {
        using var learned = Network.Build(model, new(1, 28, 28), 10, seed: 3);
        using var @fixed = Network.Build(model with { Classifier = Simplex }, new(1, 28, 28), 10, seed: 3);

        var weight = @fixed.Classifier.weight;
        var name = learned.named_parameters().Single(p => p.parameter.shape.SequenceEqual(weight.shape) && p.name.EndsWith("weight", StringComparison.Ordinal)
            && p.parameter.equal(learned.Classifier.weight).all().item<bool>()).name;
        Assert.Equal(learned.Arrays().Select(a => a.Name).Where(n => n != name.Replace("weight", "bias", StringComparison.Ordinal)), @fixed.Arrays().Select(a => a.Name));
        Assert.Null(@fixed.Classifier.bias);
        Assert.All(@fixed.Arrays().Where(a => a.Name != name), a => Assert.Equal(learned.Arrays().Single(b => b.Name == a.Name).Values, a.Values));
        Assert.All(weight.square().sum(1).sqrt().data<float>().ToArray(), length => Assert.Equal(2, length, 1e-6));
        Assert.Equal(learned.parameters().Sum(p => p.numel()) - (10 * (model.Features + 1)), @fixed.parameters().Where(p => p.requires_grad).Sum(p => p.numel()));
    }

    public static TheoryData<OptimizerSpec> Decaying =>
    [
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.1 },
        new AdamWOptimizer { LearningRate = 0.01, WeightDecay = 0.1, Clip = 1 },
    ];

    [Theory]
    [MemberData(nameof(Decaying))]
    public void TrainingMovesAllButIt(OptimizerSpec optimizer)
    {
        var cell = Cells.Small.WithEpochs(2, 0, 2) with
        {
            Model = new MlpModel { Hidden = [16], Classifier = Simplex },
            Training = Cells.Small.Training with { Epochs = 2, Optimizer = optimizer },
        };

        var epochs = Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => { })
            .Select(trained => (trained.ClassifierWeights, trained.ClassifierBiases, Hidden: (float[])trained.Arrays().Single(a => a.Name == "layers.0.weight").Values)).ToList();

        Assert.Equal(epochs[0].ClassifierWeights, epochs[1].ClassifierWeights);
        Assert.Equal(new float[10], epochs[1].ClassifierBiases);
        Assert.NotEqual(epochs[0].Hidden, epochs[1].Hidden);
    }

    [Fact]
    public void OnAnotherDeviceItIsStillFixed()
    {
        using var scope = torch.NewDisposeScope();
        using var network = Network.Build(new MlpModel { Hidden = [16], Classifier = Simplex }, new(1, 8, 8), classes: 3, seed: 0, ComputeDevice.Named("meta"));

        Assert.Equal((DeviceType.META, false), (network.Classifier.weight.device_type, network.Classifier.weight.requires_grad));
    }
}
