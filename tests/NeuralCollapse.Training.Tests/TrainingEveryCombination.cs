using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>One step of each model with each loss and each mixup.</summary>
public sealed class TrainingEveryCombination
{
    private static readonly LossSpec[] Losses =
    [
        new CrossEntropyLoss { Smoothing = 0.1 }, new FocalLoss { Gamma = 3 }, new SquentropyLoss(), new ScaledMseLoss { Kappa = 5 },
        new RescaledMseLoss { K = 2, M = 5 }, new MaeLoss { Kappa = 1 }, new SmoothL1Loss { Beta = 0.5, Kappa = 1 },
    ];

    private static readonly MixupSpec[] Mixups =
    [
        new NoMixup(),
        new Mixup { Alpha = 1 },
        new Mixup { Alpha = 1, Per = LambdaScope.Sample, Partner = PartnerChoice.SameClass },
        new Mixup { Alpha = 1, Per = LambdaScope.Sample, Partner = PartnerChoice.DifferentClass },
        new Mixup { Alpha = 1, Apply = MixedParts.TargetsOnly },
        new Mixup { Alpha = 1, Per = LambdaScope.Sample, Mixtures = 2 },
        new CutMix { Alpha = 1 },
        new ManifoldMixup { Alpha = 1, Layers = [1] },
    ];

    private static readonly DataSet Greys = new() { ClassNames = DataSet.Numbered(3), Train = Images(), Test = Images() };

    public static TheoryData<ModelSpec> Models =>
    [
        new WideResNetModel { Depth = 10, Width = 1 },
        new ResNetModel { Depth = 18 },
        new VitModel { Patch = 4, Dim = 8, Depth = 2, Heads = 2, Mlp = 16 },
        new MlpModel { Hidden = [16] },
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void GivesAFiniteLossAndFiniteGradients(ModelSpec model)
    {
        LibTorch.Load();
        using var batches = new Batches(Greys.Train, Greys.Statistics);
        using var network = Network.Build(model, Greys.Train.Shape, Greys.Classes, seed: 0);
        foreach (var cell in Combinations(model))
        {
            network.zero_grad();
            var loss = Trainer.BatchLoss(cell, batches, network, epoch: 1, step: 0, [0, 1, 2, 3, 4, 5]).Loss;
            loss.backward();

            Assert.True(float.IsFinite(loss.item<float>()), $"{cell.Loss} {cell.Mixup}");
            Assert.All(network.named_parameters(), p =>
                Assert.True(p.parameter.grad!.isfinite().all().item<bool>(), $"{p.name} {cell.Loss} {cell.Mixup}"));
            Assert.True(network.parameters().Sum(p => p.grad!.abs().sum().item<float>()) > 0, $"{cell.Loss} {cell.Mixup}");
        }
    }

    internal static IEnumerable<NetworkCell> Combinations(ModelSpec model) =>
        from loss in Losses
        from mix in (LossMixing[])[LossMixing.Loss, LossMixing.Target]
        from mixup in Mixups
        select Cells.Small with
        {
            Model = model,
            Loss = loss with { Mix = mix },
            Mixup = mixup,
            Training = Cells.Small.Training with { Optimizer = new SgdOptimizer { LearningRate = 1e-6 } },
        };

    /// <summary>Six noisy images of three classes, 8 x 8.</summary>
    private static ImageSet Images()
    {
        var random = new RandomStream(0, "noise");
        var pixels = Enumerable.Range(0, 6 * 64).Select(_ => (byte)random.NextIndex(256));
        return new() { Pixels = [.. pixels], Labels = [0, 1, 2, 0, 1, 2], Shape = new(1, 8, 8) };
    }
}
