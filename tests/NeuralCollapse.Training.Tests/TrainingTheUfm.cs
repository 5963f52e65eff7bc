using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class TrainingTheUfm
{
    private static readonly UfmSpec Model = new()
    {
        Classes = 4,
        Partners = 2,
        Lambdas = [0.5, 0.8],
        Dim = 5,
        Classifier = new LearnedClassifier { WeightDecay = 1e-3 },
        FeatureDecay = 1e-2,
        Offset = UfmOffset.Free,
    };

    private static readonly UfmCell Small = new()
    {
        Ufm = Model,
        Loss = new CrossEntropyLoss(),
        Training = new() { Epochs = 30, Optimizer = new AdamOptimizer { LearningRate = 0.1 }, Schedule = new CosineSchedule() },
        Measure = new() { Epochs = [1, 30] },
        Seed = 0,
    };

    [Fact]
    public void SamplesAreEachClassAloneAndThenItsMixtures()
    {
        var samples = UfmSamples.Of(Model);

        Assert.Equal(Model.Samples, samples.Count);
        Assert.Equal([new(0, 0, 1), new(1, 1, 1), new(2, 2, 1), new(3, 3, 1), new(0, 1, 0.5), new(0, 1, 0.8), new(0, 2, 0.5)], samples.Take(7));
        Assert.Equal(new(3, 1, 0.8), samples[^1]);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(10, 17)]
    public void TheFixedClassifierIsASimplex(int classes, int dimension)
    {
        var rows = SimplexWeights.Of(classes, dimension, scale: 3).Chunk(dimension).ToList();

        for (var a = 0; a < classes; a++)
        {
            for (var b = 0; b < classes; b++)
                Assert.Equal((a == b ? 3.0 : 0) - (3.0 / classes), rows[a].Zip(rows[b], (x, y) => x * y).Sum(), 1e-14);
        }
    }

    [Fact]
    public void TheObjectiveFallsAndAllIsLearned()
    {
        var epochs = UfmTrainer.Train(Small, _ => { }).ToList();

        Assert.Equal([1, 30], epochs.Select(e => e.Epoch));
        Assert.True(epochs[1].Objective < 0.7 * epochs[0].Objective);
        Assert.NotEqual(epochs[0].Features, epochs[1].Features);
        Assert.NotEqual(epochs[0].Weights, epochs[1].Weights);
        Assert.Equal((100, 20, 20, 4), (epochs[1].Features.Length, epochs[1].Weights.Length, epochs[1].Offsets.Length, epochs[1].Bias.Length));
    }

    [Fact]
    public void TheObjectiveIsThatOfTheSpec()
    {
        var trained = UfmTrainer.Train(Small, _ => { }).Last();
        var fit = UfmSamples.Of(Model).Select((pair, i) =>
        {
            var logits = Enumerable.Range(0, 4).Select(c =>
                trained.Offsets[i] + trained.Bias[c] + Enumerable.Range(0, 5).Sum(k => trained.Weights[(c * 5) + k] * trained.Features[(i * 5) + k])).ToList();
            return Math.Log(logits.Sum(Math.Exp)) - (pair.Lambda * logits[pair.Sample]) - ((1 - pair.Lambda) * logits[pair.Partner]);
        }).Average();

        var expected = fit + (1e-2 / 2 * trained.Features.Sum(h => h * h) / 20) + (1e-3 / 2 * trained.Weights.Sum(w => w * w));
        Assert.Equal(expected, trained.Objective, 1e-13);
    }

    [Fact]
    public void AFixedClassifierStaysAndWithoutOffsetNothingIsAdded()
    {
        var fixedModel = Model with { Classifier = new SimplexClassifier { Scale = 2 }, Offset = UfmOffset.None };
        var trained = UfmTrainer.Train(Small with { Ufm = fixedModel, Loss = new MaeLoss { Kappa = 1 } }, _ => { }).Last();

        Assert.Equal(SimplexWeights.Of(4, 5, 2), trained.Weights);
        Assert.All(trained.Offsets.Concat(trained.Bias), value => Assert.Equal(0, value));
    }

    [Fact]
    public void TwiceGivesTheSameBitsAndMeasuringMoreOftenChangesNothing()
    {
        var once = UfmTrainer.Train(Small, _ => { }).Last();
        var often = UfmTrainer.Train(Small with { Measure = new() { Epochs = [3, 10, 20, 30] } }, _ => { }).Last();

        Assert.Equal(once.Features, often.Features);
        Assert.NotEqual(once.Features, UfmTrainer.Train(Small with { Seed = 1 }, _ => { }).Last().Features);
    }

    [Fact]
    public void AnInfiniteObjectiveStopsTheRun()
    {
        var wild = Small with { Training = Small.Training with { Optimizer = new SgdOptimizer { LearningRate = 1000 }, Epochs = 1000 }, Measure = new() { Epochs = [1000] }, Loss = new ScaledMseLoss { Kappa = 1e6 } };

        Assert.Throws<DivergedException>(() => UfmTrainer.Train(wild, _ => { }).Count());
    }
}
