using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring.Tests;

public sealed class NormalizingProjections
{
    private static readonly MixedPair[] Pairs = [.. Enumerable.Range(0, 25).Select(i => new MixedPair(i, (7 * i) % 60, i / 25.0))];

    /// <summary>Whatever is measured in training mode, the network goes on as if it had not been.</summary>
    [Fact]
    public void TrainingModeChangesTheFeaturesOfTheProjectionAndNothingElse()
    {
        foreach (var trained in Trainer.Train(Cell(new MlpModel { Hidden = [16] }), DataSet.Load(Data, ""), _ => { }))
        {
            var (before, arrays) = (trained.FeaturesOf(Pairs), Arrays(trained));

            var inTraining = trained.FeaturesOf(Pairs, NormalizationMode.Training);

            Assert.NotEqual(before, inTraining);
            Assert.Equal(inTraining, trained.FeaturesOf(Pairs, NormalizationMode.Training));
            Assert.Equal(before, trained.FeaturesOf(Pairs));
            Assert.Equal(arrays, Arrays(trained));
        }
    }

    /// <summary>
    /// The first batch norm of a fully connected network normalises by what it sees: without weights trained yet (scale 1, offset 0), every
    /// unit has mean 0 and variance 1 over a batch before the ReLU, and so about half of its outputs are 0.
    /// </summary>
    [Fact]
    public void EveryUnitIsNormalisedOverTheBatch()
    {
        foreach (var trained in Trainer.Train(Cell(new MlpModel { Hidden = [16] }), DataSet.Load(Data, ""), _ => { }).Where(trained => trained.Epoch == 0))
        {
            var features = trained.FeaturesOf([.. Pairs.Take(20)], NormalizationMode.Training); // one batch

            foreach (var unit in Enumerable.Range(0, 16))
            {
                var values = Enumerable.Range(0, 20).Select(row => (double)features[(row * 16) + unit]).ToList();
                Assert.InRange(values.Average(), 0.2, 0.5); // of max(0, z) with mean 0 and variance 1: 0.40 for normal z, at most 1/2
                Assert.InRange(values.Sum(value => value * value) / 20, 0.1, 0.9); // the variance of the positive side
            }
        }
    }

    [Fact]
    public void ANetworkWithoutBatchNormKnowsNoDifference()
    {
        var vit = new VitModel { Patch = 7, Dim = 16, Depth = 1, Heads = 2, Mlp = 32 };
        foreach (var trained in Trainer.Train(Cell(vit), DataSet.Load(Data, ""), _ => { }))
        {
            var (first, second) = (trained.FeaturesOf(Pairs), trained.FeaturesOf(Pairs, NormalizationMode.Training));

            Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second, 4)); // batches of another size round otherwise
        }
    }

    private static readonly GlyphsData Data = new() { Train = 60, Test = 20 };

    private static List<object> Arrays(TrainedEpoch trained) => [.. trained.Arrays().SelectMany(array => array.Values.Cast<object>())];

    private static NetworkCell Cell(ModelSpec model) => new()
    {
        Data = Data,
        Model = model,
        Loss = new CrossEntropyLoss(),
        Training = new() { Epochs = 1, BatchSize = 20, Optimizer = new SgdOptimizer { LearningRate = 0.1 } },
        Measure = new() { Epochs = [0, 1] },
        Seed = 0,
    };
}
