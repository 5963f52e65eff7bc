using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class TrainingACell
{
    private static readonly CellSpec Convolutional = Cells.Small with { Model = new WideResNetModel { Depth = 10, Width = 1 } };

    [Fact]
    public void TwiceGivesTheSameBits() => Assert.Equal(Convolutional.FinalLogits(), Convolutional.FinalLogits());

    [Fact]
    public void AnotherSeedGivesOtherBits() => Assert.NotEqual(Cells.Small.FinalLogits(), (Cells.Small with { Seed = 1 }).FinalLogits());

    [Fact]
    public void MeasuringMoreOftenChangesNothing() =>
        Assert.Equal(Convolutional.WithEpochs(3, 3).FinalLogits(), Convolutional.WithEpochs(3, 1, 2, 3).FinalLogits());

    [Fact]
    public void MeasuringBeforeTrainingChangesNothing() =>
        Assert.Equal(Convolutional.WithEpochs(3, 3).FinalLogits(), Convolutional.WithEpochs(3, 0, 3).FinalLogits());

    [Fact]
    public void EpochZeroIsTheNetworkAsItWasDrawn()
    {
        var epochs = Trainer.Train(Cells.Small.WithEpochs(1, 0, 1), DataSet.Load(Cells.Small.Data, ""), _ => { })
            .Select(t => (t.Epoch, t.Objective, Weights: t.ClassifierWeights)).ToList();

        Assert.Equal([0, 1], epochs.Select(e => e.Epoch));
        Assert.True(double.IsNaN(epochs[0].Objective));
        Assert.All(epochs[0].Weights, weight => Assert.InRange(weight, -0.25f, 0.25f)); // 1/sqrt(16)
        Assert.NotEqual(epochs[0].Weights, epochs[1].Weights);
    }

    [Fact]
    public void TheLossFalls()
    {
        var objectives = Trainer.Train(Cells.Small.WithEpochs(20, 1, 20), DataSet.Load(Cells.Small.Data, ""), _ => { }).Select(t => t.Objective).ToList();

        Assert.True(objectives[1] < 0.3 * objectives[0]);
    }

    [Fact]
    public void EveryStepIsReported()
    {
        var steps = new List<Progress>();
        _ = Trainer.Train(Cells.Small, DataSet.Load(Cells.Small.Data, ""), steps.Add).Count();

        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], steps.Select(s => (s.Epoch, s.Step)));
    }

    [Fact]
    public void AnInfiniteLossStopsTheRunAndSaysWhere()
    {
        var wild = Cells.Small with
        {
            Loss = new ScaledMseLoss { Kappa = 1e6 },
            Training = Cells.Small.Training with { Epochs = 50, Optimizer = new SgdOptimizer { LearningRate = 1000 } },
            Measure = new() { Epochs = [50] },
        };

        var failure = Assert.Throws<NonFiniteLossException>(() => wild.FinalLogits());

        Assert.Matches("^the loss is .+ at epoch [0-9]+, step [0-9]+: a smaller learning rate may help$", failure.Message);
    }

    public static TheoryData<OptimizerSpec> Optimizers =>
    [
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, Nesterov = true, Clip = 0.1 },
        new AdamOptimizer { LearningRate = 0.001, WeightDecay = 1e-4 },
        new AdamWOptimizer { LearningRate = 0.001, WeightDecay = 0.1, Decay = DecayedParameters.Weights },
    ];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void NoTensorOutlivesItsStep(OptimizerSpec optimizer)
    {
        var alive = new List<long>();
        var cell = Convolutional.WithEpochs(3, 3) with { Mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample } };
        cell = cell with { Training = cell.Training with { Optimizer = optimizer } };

        _ = Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => alive.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount)).Count();

        Assert.Equal(9, alive.Count);
        Assert.Single(alive.Skip(1).Distinct()); // the first step makes the moments
    }

    [Fact]
    public void ALastBatchOfOneSampleIsLeftOut()
    {
        var cell = Cells.Small with { Data = new GlyphsData { Train = 61, Test = 10 } };
        var steps = new List<Progress>();

        _ = Trainer.Train(cell, DataSet.Load(cell.Data, ""), steps.Add).Count();

        Assert.All(steps, s => Assert.Equal(3, s.Steps));
    }

    [Fact]
    public void TheNumericsFingerprintIsStable()
    {
        var first = NumericsFingerprint.Compute();

        Assert.Matches("^[0-9a-f]{12}$", first);
        Assert.Equal(first, NumericsFingerprint.Compute());
    }
}
