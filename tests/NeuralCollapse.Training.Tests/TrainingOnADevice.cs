using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>The way of an accelerator, gone on the processor under another name, and on the device that has shapes alone.</summary>
public sealed class TrainingOnADevice : IDisposable
{
    private static readonly ComputeDevice Pretended = ComputeDevice.Named("cpu:0");

    private static readonly NetworkCell Cell = Cells.Small with
    {
        Data = new GlyphsData { Train = 60, Test = 20, Augment = Augmentation.CropFlip },
        Model = new WideResNetModel { Depth = 10, Width = 1 },
        Mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample },
    };

    public void Dispose()
    {
        LibTorch.Load();
        LibTorchContext.SetDeterministic(false);
    }

    [Fact]
    public void ADeviceGetsTheSameNetworkAsTheProcessor() => Assert.Equal(Logits(default), Logits(Pretended));

    [Fact]
    public void ADeviceIsMadeDeterministicAndTheProcessorLeftAlone()
    {
        _ = Logits(default);
        Assert.False(LibTorchContext.IsDeterministic);

        _ = Logits(Pretended);

        Assert.True(LibTorchContext.IsDeterministic);
    }

    [Fact]
    public void ADeviceIsNotWaitedForAtEveryStep()
    {
        var steps = new List<Progress>();

        var trained = Trainer.Train(Cell, DataSet.Load(Cell.Data, ""), steps.Add, Pretended).Last();

        Assert.Equal([(1, 3), (2, 3)], steps.Select(step => (step.Epoch, step.Step)));
        Assert.Equal(trained.Objective, steps[^1].Loss);
    }

    [Fact]
    public void ALossThatIsNotFiniteIsFoundThoughLaterOnesAre()
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var totals = new EpochTotals(default, TrainingPosition.StartOf(1));

        foreach (var loss in (float[])[1, float.PositiveInfinity, 2])
            totals.Add(new(torch.tensor(loss), torch.tensor(1.0)), 10);
        totals.Read();

        Assert.Equal(double.PositiveInfinity, totals.MeanLoss);
    }

    [Fact]
    public void TotalsAreThoseOfAllBatchesThatHaveBeenRead()
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var totals = new EpochTotals(default, TrainingPosition.StartOf(1));

        totals.Add(new(torch.tensor(1f), torch.tensor(3.0)), 4);
        totals.Add(new(torch.tensor(2f), torch.tensor(1.5)), 4);
        totals.Read();
        totals.Add(new(torch.tensor(9f), torch.tensor(0.0)), 2);
        Assert.Equal((1.5, 4.5 / 8), (totals.MeanLoss, totals.Accuracy));
        totals.Read();

        Assert.Equal((3, 0.45), (totals.MeanLoss, totals.Accuracy));
    }

    [Theory]
    [MemberData(nameof(TrainingEveryCombination.Models), MemberType = typeof(TrainingEveryCombination))]
    public void EveryParameterAndStatisticOfANetworkGoesToTheDevice(ModelSpec model)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var network = Network.Build(model, new(1, 8, 8), classes: 3, seed: 0, ComputeDevice.Named("meta"));

        Assert.NotEmpty(network.Named());
        Assert.All(network.Named(), part => Assert.Equal(DeviceType.META, part.Values.device_type));
        Assert.Equal(DeviceType.META, network.Classifier.weight.device_type);
    }

    [Fact]
    public void WhatIsDrawnForABatchGoesToTheDevice()
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        var meta = ComputeDevice.Named("meta");

        var partners = Mixture.Draw(Cell.Mixup, 0, 1, 0, [0, 1, 2], device: meta)!.Partners;
        var (from, isEdge) = Variation.Sources([default, new(1, 2, true)], 5, 7, meta);

        Assert.All((torch.Tensor[])[partners, from, isEdge], drawn => Assert.Equal(DeviceType.META, drawn.device_type));
        Assert.Equal([2, 35], from.shape);
        Assert.Equal([2, 35], isEdge.shape);
    }

    public static TheoryData<OptimizerSpec> Optimizers =>
    [
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.1, Decay = DecayedParameters.Weights },
        new SgdOptimizer { LearningRate = 0.1, Clip = 0.01 },
        new AdamWOptimizer { LearningRate = 0.01, WeightDecay = 0.1, Decay = DecayedParameters.Weights, Clip = 0.1, Epsilon = 1e-3 },
        new AdamOptimizer { LearningRate = 0.01, WeightDecay = 0.1, Epsilon = 1e-3 },
    ];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ParametersThatAreSteppedTogetherMoveAsTheyDoAlone(OptimizerSpec spec)
    {
        var (alone, together) = (Stepped(spec, default), Stepped(spec, Pretended));

        Assert.Equal(alone.Select(array => (array.Name, array.ShapeText)), together.Select(array => (array.Name, array.ShapeText)));
        Assert.All(alone.Zip(together), arrays => Assert.Equal(
            (float[])arrays.First.Values, (float[])arrays.Second.Values, (a, b) => Math.Abs(a - b) <= 1e-6 * (1 + Math.Abs(a)))); // float32, added up in another order
    }

    [Fact]
    public void WhatIsSteppedTogetherKeepsItsLayout()
    {
        LibTorch.Load();
        using var network = Network.Build(Cell.Model, new(3, 8, 8), classes: 3, seed: 0);
        long[][] before = [.. network.parameters().Select(p => p.stride())];

        using var optimizer = Optimizer.Build(Cell.Training.Optimizer, network, Pretended);

        Assert.Contains(before, strides => strides is [> 1, 1, ..]); // channels-last
        Assert.Equal(before, network.parameters().Select(p => p.stride()));
    }

    /// <summary>The parameters and moments after three steps of a network with weights of several layouts.</summary>
    private static NetworkArray[] Stepped(OptimizerSpec spec, ComputeDevice device)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var network = Network.Build(Cell.Model, new(3, 8, 8), classes: 3, seed: 0);
        using var optimizer = Optimizer.Build(spec, network, device);
        network.eval(); // statistics of batches would make much of little
        var images = ChannelsLast.Of(torch.linspace(-1, 1, 4 * 3 * 8 * 8).view(4, 3, 8, 8));
        for (var step = 0; step < 3; step++)
            optimizer.Step(network.forward(images).pow(2).mean());
        return [.. network.Named().Where(t => t.Values.is_floating_point()).Concat(optimizer.Named()).Select(t => NetworkArray.Of(t.Name, t.Values))];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ClippingIsPyTorchsToTheBit(int parameters)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        torch.Tensor[] starts = [.. Enumerable.Range(0, parameters).Select(i => torch.arange(1, 8, torch.float32).div(i + 3f))];
        TorchSharp.Modules.Parameter[] Copies() => [.. starts.Select(start => new TorchSharp.Modules.Parameter(start.clone()))];
        var (ours, theirs) = (Copies(), Copies());
        torch.Tensor Loss(TorchSharp.Modules.Parameter[] of) => torch.stack(of.Select(p => p.pow(3).sum())).sum();

        using (var optimizer = Optimizer.Build(new SgdOptimizer { LearningRate = 1, Clip = 0.3 }, ours))
            optimizer.Step(Loss(ours));
        Loss(theirs).backward();
        torch.nn.utils.clip_grad_norm_(theirs, 0.3);

        using var noGradient = torch.no_grad();
        foreach (var (own, other) in ours.Zip(theirs))
            Assert.Equal(other.add(other.grad!, alpha: -1).data<float>().ToArray(), own.data<float>().ToArray());
    }

    private static float[] Logits(ComputeDevice device)
    {
        float[] logits = [];
        foreach (var trained in Trainer.Train(Cell, DataSet.Load(Cell.Data, ""), _ => { }, device))
            logits = trained.OnTrain().Logits;
        return logits;
    }
}
