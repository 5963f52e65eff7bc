using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>
/// What one training step asks of libtorch and of the garbage collector, whatever the speed of the machine. A number here may fall; it rises
/// only with a reason.
/// </summary>
public sealed class CountingAStep
{
    private static readonly AdamWOptimizer Adam = new() { LearningRate = 0.001, WeightDecay = 0.1 };

    private static readonly SgdOptimizer Sgd = new() { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 1e-4 };

    public static TheoryData<ModelSpec, OptimizerSpec, long, long> Steps => new()
    {
        { new WideResNetModel { Depth = 10, Width = 1 }, Sgd, 122, 50_000 },
        { new WideResNetModel { Depth = 10, Width = 1 }, Adam, 147, 55_000 },
        { new VitModel { Patch = 14, Dim = 8, Depth = 2, Heads = 2, Mlp = 16 }, Adam, 226, 64_000 },
        { new MlpModel { Hidden = [16] }, Sgd, 82, 32_000 },
    };

    /// <param name="model">The network.</param>
    /// <param name="optimizer">Its optimizer.</param>
    /// <param name="tensors">Tensors that are made, each by a call of libtorch, at most.</param>
    /// <param name="bytes">Bytes of managed memory, at most.</param>
    [Theory]
    [MemberData(nameof(Steps))]
    public void AStepMakesNoMoreThanItDid(ModelSpec model, OptimizerSpec optimizer, long tensors, long bytes)
    {
        var cell = Cells.Small with
        {
            Data = new GlyphsData { Train = 60, Test = 20, Augment = Augmentation.Crop },
            Model = model,
            Mixup = new Mixup { Alpha = 1 },
            Training = Cells.Small.Training with { Epochs = 4, BatchSize = 20, Optimizer = optimizer },
            Measure = new() { Epochs = [4] },
        };
        var counted = new List<(long Tensors, long Bytes)>();

        foreach (var trained in Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => counted.Add((Made(), GC.GetAllocatedBytesForCurrentThread()))))
            Assert.Equal(4, trained.Epoch);

        var steps = counted.Zip(counted.Skip(1), (a, b) => (Tensors: b.Tensors - a.Tensors, Bytes: b.Bytes - a.Bytes)).Where((_, i) => i % 3 != 2).ToList();
        Assert.InRange(steps.Select(step => step.Tensors).Distinct().Single(), 1, tensors);
        Assert.InRange(steps.Min(step => step.Bytes), 1, bytes);
    }

    private static long Made()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        return statistics.CreatedInScopeCount + statistics.CreatedOutsideScopeCount;
    }
}
