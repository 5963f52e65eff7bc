using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class TrainingACell
{
    private static readonly NetworkCell Convolutional = Cells.Small with { Model = new WideResNetModel { Depth = 10, Width = 1 } };

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
            Loss = new ScaledMseLoss { Kappa = 1 },
            Training = Cells.Small.Training with { Epochs = 1, Optimizer = new SgdOptimizer { LearningRate = 1e25 } },
            Measure = new() { Epochs = [1] },
        };

        var failure = Assert.Throws<DivergedException>(() => wild.FinalLogits());

        Assert.Matches("^the loss is .+ at epoch 1, step [23]: a smaller learning rate may help$", failure.Message);
    }

    /// <summary>One step, whose own loss is that of the drawn network: only what it leaves behind is not finite.</summary>
    [Theory]
    [InlineData(1e36, 1e6, "^a value of .+ is (Infinity|NaN) at epoch 1: a smaller learning rate may help$")]
    [InlineData(1e12, 1, "^the loss on training samples is Infinity at epoch 1: a smaller learning rate may help$")]
    public void WhatTheLastStepBreaksIsNotMeasured(double rate, double kappa, string expected)
    {
        var wild = Cells.Small with
        {
            Data = new GlyphsData { Train = 20, Test = 10 },
            Loss = new ScaledMseLoss { Kappa = kappa },
            Training = Cells.Small.Training with { Epochs = 1, Optimizer = new SgdOptimizer { LearningRate = rate } },
            Measure = new() { Epochs = [1] },
        };

        var failure = Assert.Throws<DivergedException>(() => wild.FinalLogits());

        Assert.Matches(expected, failure.Message);
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

    /// <summary>A handle on anything else would keep autograd from freeing it during backward. The count of right answers has no history.</summary>
    [Theory]
    [MemberData(nameof(TrainingEveryCombination.Models), MemberType = typeof(TrainingEveryCombination))]
    public void NothingButTheResultsIsHeldWhenBackwardBegins(ModelSpec model)
    {
        LibTorch.Load();
        var data = DataSet.Load(Cells.Small.Data, "");
        foreach (var cell in TrainingEveryCombination.Combinations(model))
        {
            using var scope = torch.NewDisposeScope();
            using var batches = new Batches(data.Train, data.Statistics);
            using var network = Network.Build(model, data.Train.Shape, data.Classes, seed: 0);
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

            var result = Trainer.BatchLoss(cell, batches, network, epoch: 1, step: 0, [0, 1, 2, 3]);

            Assert.Equal(2, DisposeScopeManager.Statistics.ThreadTotalLiveCount - before);
            Assert.False(result.Right.requires_grad);
        }
    }

    /// <summary>Each part of the network on its own: what its forward pass makes must not wait for the end of the whole pass.</summary>
    [Theory]
    [MemberData(nameof(TrainingEveryCombination.Models), MemberType = typeof(TrainingEveryCombination))]
    public void AForwardPassLeavesOnlyItsResult(ModelSpec model)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var network = Network.Build(model, new(1, 8, 8), classes: 3, seed: 0);
        var images = torch.randn(2, 1, 8, 8);
        var kept = new Dictionary<string, long>();
        foreach (var (name, part) in network.named_modules().Prepend(("network", network)))
        {
            if (part is not torch.nn.Module<torch.Tensor, torch.Tensor> module)
                continue;
            long before = 0;
            module.register_forward_pre_hook((_, input) =>
            {
                before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
                return input;
            });
            module.register_forward_hook((_, _, output) =>
            {
                kept[name] = DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
                return output;
            });
        }

        _ = network.call(images);

        Assert.True(kept.Count > 2, "no part was seen");
        Assert.All(kept, part => Assert.True(part.Value == 1, $"{part.Key} leaves {part.Value} tensors"));
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
