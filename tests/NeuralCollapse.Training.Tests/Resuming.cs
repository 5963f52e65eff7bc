using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>A training that is stopped between two steps and goes on in another process gives the same bits as one that is not.</summary>
public sealed class Resuming
{
    private static readonly AdamWOptimizer Adam = new() { LearningRate = 0.01, WeightDecay = 0.1, Clip = 1 };

    private static readonly SgdOptimizer Sgd = new() { LearningRate = 0.1, Momentum = 0.9, Nesterov = true, WeightDecay = 1e-3, Decay = DecayedParameters.Weights };

    private static readonly NetworkCell Cell = Cells.Small with
    {
        Data = new GlyphsData { Train = 40, Test = 20, Augment = Augmentation.CropFlip },
        Model = new WideResNetModel { Depth = 10, Width = 1 },
        Mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample },
        Training = Cells.Small.Training with { Epochs = 2, BatchSize = 20, Optimizer = Adam, Schedule = new CosineSchedule { WarmUp = 1 } },
        Measure = new() { Epochs = [0, 1, 2] },
    };

    public static TheoryData<NetworkCell> Networks =>
    [
        Cell,
        Cell with { Training = Cell.Training with { Optimizer = Sgd } },
        Cell with { Training = Cell.Training with { Optimizer = Sgd with { Momentum = 0, Nesterov = false } } },
        Cell with { Model = new VitModel { Patch = 14, Dim = 8, Depth = 1, Heads = 2, Mlp = 16 } },
        Cell with { Model = new MlpModel { Hidden = [16] }, Mixup = new NoMixup() },
        Cell with { Model = new MlpModel { Hidden = [16], Classifier = new SimplexLastLayer() } },
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void BetweenAnyTwoStepsGivesTheSameBits(NetworkCell cell)
    {
        var data = DataSet.Load(cell.Data, "");
        var offers = new Stopping(at: int.MaxValue);
        var whole = Train(cell, data, offers);

        for (var at = 1; at <= offers.Count; at++)
        {
            var stopping = new Stopping(at);
            var before = Train(cell, data, stopping);
            var after = Train(cell, data, new Stopping(at: int.MaxValue) { Latest = stopping.Saved });

            Assert.Equal(whole, before.Concat(after));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheFeaturesModelGivesTheSameBitsToo(bool isLearned)
    {
        var cell = new UfmCell
        {
            Ufm = new()
            {
                Classes = 4,
                Partners = 2,
                Lambdas = [0.5, 0.7],
                Dim = 5,
                FeatureDecay = 0.01,
                Classifier = isLearned ? new LearnedClassifier { WeightDecay = 0.01 } : new SimplexClassifier { Scale = 2 },
                Offset = UfmOffset.Free,
            },
            Loss = new CrossEntropyLoss(),
            Training = new() { Epochs = 5, Optimizer = new AdamOptimizer { LearningRate = 0.1 }, Schedule = new ConstantSchedule() },
            Measure = new() { Epochs = [2, 5] },
            Seed = 0,
        };
        var whole = Train(cell, new(at: int.MaxValue));

        for (var at = 1; at <= 4; at++)
        {
            var stopping = new Stopping(at);
            var before = Train(cell, stopping);

            Assert.Equal(whole, before.Concat(Train(cell, new(at: int.MaxValue) { Latest = stopping.Saved })));
        }
    }

    /// <summary>What is measured, as far as it gets: each epoch with the values of the weights, the objective and all passes.</summary>
    private static List<string> Train(NetworkCell cell, DataSet data, Stopping checkpoints)
    {
        var seen = new List<string>();
        try
        {
            foreach (var trained in Trainer.Train(cell, data, _ => { }, checkpoints: checkpoints))
            {
                seen.Add(string.Join(' ', trained.Arrays().SelectMany(array => array.Values.Cast<object>()).Prepend(trained.Objective).Prepend(trained.Epoch)));
                seen.AddRange(trained.Passes.Where(pass => pass.Epoch > trained.Epoch - 1).Select(pass => $"{pass}"));
            }
        }
        catch (OperationCanceledException)
        {
            // as asked
        }

        return seen;
    }

    private static List<string> Train(UfmCell cell, Stopping checkpoints)
    {
        var seen = new List<string>();
        try
        {
            foreach (var trained in UfmTrainer.Train(cell, _ => { }, checkpoints))
                seen.Add(string.Join(' ', [trained.Epoch, trained.Objective, .. trained.Features, .. trained.Weights, .. trained.Bias, .. trained.Offsets]));
        }
        catch (OperationCanceledException)
        {
            // as asked
        }

        return seen;
    }

    /// <summary>Takes the state at the given offer, from 1, and ends the training.</summary>
    private sealed class Stopping(int at) : ICheckpoints
    {
        public int Count { get; private set; }

        public TrainingState? Saved { get; private set; }

        public TrainingState? Latest { get; init; }

        public void Offer(Func<TrainingState> state)
        {
            if (++Count != at)
                return;
            Saved = state();
            throw new OperationCanceledException();
        }
    }
}
