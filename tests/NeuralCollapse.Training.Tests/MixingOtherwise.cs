using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

/// <summary>CutMix, manifold mixup and a fixed set of mixtures.</summary>
public sealed class MixingOtherwise
{
    private static readonly int[] Labels = [0, 1, 2, 0, 1, 2, 0, 1];

    public MixingOtherwise() => LibTorch.Load();

    [Theory]
    [InlineData(LambdaScope.Batch, 1)]
    [InlineData(LambdaScope.Sample, 8)]
    public void CutMixShowsEachPixelOfOneOfTwoImagesAndLambdaIsThePartOfTheFirst(LambdaScope per, int lambdas)
    {
        using var scope = NewDisposeScope();
        var images = ChannelsLast.Of(arange(8, float32).view(8, 1, 1, 1).expand(8, 3, 12, 10)); // image n is n everywhere
        var spec = new CutMix { Alpha = 1, Per = per };
        for (var step = 0; step < 20; step++)
        {
            var mixture = Mixture.Draw(spec, seed: 4, epoch: 1, step, Labels, (12, 10))!;

            var mixed = mixture.Mixed(images);

            var partners = mixture.Partners.data<long>().ToArray();
            Assert.Equal(lambdas, mixture.Lambdas.Count);
            Assert.Equal(images.stride(), mixed.stride());
            for (var n = 0; n < 8; n++)
            {
                var pixels = mixed[n].contiguous().data<float>().ToArray();
                var lambda = mixture.Lambdas[lambdas == 1 ? 0 : n];
                Assert.All(pixels, pixel => Assert.Contains((long)pixel, (long[])[n, partners[n]]));
                if (partners[n] != n)
                    Assert.Equal(lambda, pixels.Count(pixel => pixel == n) / 360.0, 12);
            }
        }
    }

    /// <summary>Of the 12 x 10 pixels of an image: as many rows and columns as the root of 1 - lambda says, but for what sticks out.</summary>
    [Theory]
    [InlineData(0, 12, 10)]
    [InlineData(0.75, 6, 5)]
    [InlineData(0.99, 1, 1)]
    [InlineData(1, 0, 0)]
    public void ACutHasTheProportionsOfTheImage(double lambda, int rows, int columns)
    {
        var random = new RandomStream(0, "cuts");
        List<Cut> cuts = [.. Enumerable.Range(0, 300).Select(_ => Cut.Draw(random, lambda, 12, 10))];

        Assert.All(cuts, cut => Assert.True(cut is { Top: >= 0, Left: >= 0, Bottom: <= 12, Right: <= 10 } && cut.Top <= cut.Bottom && cut.Left <= cut.Right, $"{cut}"));
        Assert.Equal((rows, columns), (cuts.Max(cut => cut.Bottom - cut.Top), cuts.Max(cut => cut.Right - cut.Left)));
        Assert.All(cuts, cut => Assert.Equal(1 - ((cut.Bottom - cut.Top) * (cut.Right - cut.Left) / 120.0), cut.Rest(12, 10), 12));
        if (rows is > 0 and < 12)
            Assert.Equal(12, cuts.Select(cut => (cut.Top, cut.Bottom)).Distinct().Count()); // every centre
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ManifoldMixupMixesWhatItsLayerMakes(int layer)
    {
        using var scope = NewDisposeScope();
        using var network = Network.Build(new MlpModel { Hidden = [6, 5] }, new(1, 4, 4), 3, seed: 0);
        network.eval();
        var images = rand(4, 1, 4, 4);
        var mixture = new Mixture([0.3, 0.8, 0.5, 1], tensor(new long[] { 2, 0, 3, 1 }, int64)) { After = layer };

        var mixed = network.Logits(images, mixture.After, mixture.Mixed);

        var expected = layer switch
        {
            0 => network.forward(mixture.Mixed(images)),
            1 => network.Classifier.forward(network.Layers[1].Forward(mixture.Mixed(network.FeaturesOfLayers(images)[0]))),
            _ => network.Classifier.forward(mixture.Mixed(network.Features(images))),
        };
        Assert.Equal(expected.data<float>().ToArray(), mixed.data<float>().ToArray());
        Assert.NotEqual(network.forward(images).data<float>().ToArray(), mixed.data<float>().ToArray());
    }

    [Fact]
    public void ManifoldMixupDrawsItsLayersUniformlyAndLambdaAndPartnersAsMixupDoes()
    {
        var manifold = Enumerable.Range(0, 300).Select(step => Mixture.Draw(new ManifoldMixup { Alpha = 1, Layers = [0, 2, 3] }, 1, 1, step, Labels)!).ToList();
        var mixup = Mixture.Draw(new Mixup { Alpha = 1 }, 1, 1, 7, Labels)!;

        Assert.Equal([0, 2, 3], manifold.Select(mixture => mixture.After).Distinct().Order());
        Assert.All(manifold.CountBy(mixture => mixture.After), count => Assert.InRange(count.Value, 70, 130)); // 100, and 3.7 deviations
        Assert.Equal(mixup.Lambdas, manifold[7].Lambdas);
        Assert.Equal(mixup.Partners.data<long>().ToArray(), manifold[7].Partners.data<long>().ToArray());
    }

    public static TheoryData<ModelSpec> Networks =>
    [
        new MlpModel { Hidden = [6, 5, 4] },
        new WideResNetModel { Depth = 16, Width = 1 },
        new ResNetModel { Depth = 18 },
        new ResNetModel { Depth = 34 },
        new ResNetModel { Depth = 50 },
        new VggModel { Depth = 11 },
        new VggModel { Depth = 19 },
        new VitModel { Patch = 4, Dim = 8, Depth = 3, Heads = 2, Mlp = 8 },
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void ASpecCountsTheLayersOfItsNetwork(ModelSpec spec)
    {
        using var network = Network.Build(spec, new(1, 8, 8), 3, seed: 0);

        Assert.Equal(network.Layers.Count, spec.Layers);
        Assert.Equal(network.Layers.Count, network.Layers.Select(layer => layer.Name).Distinct().Count());
        Assert.All(network.Layers, layer => Assert.Contains(network.named_modules(), module => module.name == layer.Name));
    }

    [Theory]
    [InlineData(PartnerChoice.Any)]
    [InlineData(PartnerChoice.SameClass)]
    [InlineData(PartnerChoice.DifferentClass)]
    public void AFixedSetComesBackEveryKEpochsAndIsUsedUpByThen(PartnerChoice partner)
    {
        var mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample, Partner = partner, Mixtures = 3 };
        int[] places = [.. Enumerable.Range(0, 8)];
        List<IReadOnlyList<MixedPair>> epochs = [.. Enumerable.Range(1, 9).Select(epoch => FixedMixtures.Of(mixup, 5, epoch, places, Labels))];

        Assert.Equal(3 * 8, epochs.SelectMany(pairs => pairs).Distinct().Count());
        Assert.Equal(epochs[1], epochs[4]);
        Assert.Equal(epochs[1], epochs[7]);
        Assert.All(epochs, pairs => Assert.Equal(places, pairs.Select(pair => pair.Sample)));
        Assert.All(epochs.SelectMany(pairs => pairs), pair => Assert.True(partner == PartnerChoice.Any || Labels[pair.Sample] == Labels[pair.Partner] == (partner == PartnerChoice.SameClass)));
        Assert.Equal(epochs[1][5], FixedMixtures.Of(mixup, 5, 2, [5], Labels).Single()); // whatever batch it is in
        Assert.NotEqual(epochs[0], FixedMixtures.Of(mixup, 6, 1, places, Labels));
    }

    [Fact]
    public void ThePartnersOfAFixedSetMayBeOutsideTheBatch()
    {
        using var scope = NewDisposeScope();
        var images = tensor(new float[] { 1, 2, 30, 40 }).view(4, 1, 1, 1); // two samples, then their partners
        var labels = tensor(new long[] { 0, 1, 2, 2 });
        var logits = tensor(new[,] { { 3.0, 0, 1 }, { 0, 0, 2 } });

        var mixture = Mixture.Of([new(7, 9, 0.25), new(8, 3, 0.5)], MixedParts.InputsAndTargets);

        Assert.Equal([0.25f + 22.5f, 1 + 20f], mixture.Mixed(images).data<float>().ToArray());
        Assert.Equal([1f, 2f], (mixture with { Parts = MixedParts.TargetsOnly }).Mixed(images).data<float>().ToArray());
        Assert.Equal(0.25 + 0.5, mixture.Right(logits, labels).item<double>(), 12);
        double Log(int n, int c) => logits[n, c].item<double>() - logits[n].logsumexp(0).item<double>();
        Assert.Equal(
            -((0.25 * Log(0, 0)) + (0.75 * Log(0, 2)) + (0.5 * Log(1, 1)) + (0.5 * Log(1, 2))) / 2,
            mixture.Loss(new CrossEntropyLoss(), logits, labels).item<double>(),
            12);
    }

    /// <summary>Nothing is below the entropy of the lambdas of the set; where they are drawn anew, no epoch has that one.</summary>
    [Fact]
    public void AFixedSetIsLearnedByHeart()
    {
        var cell = Cells.Small with
        {
            Model = new MlpModel { Hidden = [256] },
            Mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample, Mixtures = 1 },
            Training = Cells.Small.Training with { Epochs = 200, Optimizer = new AdamOptimizer { LearningRate = 0.01 }, Schedule = new CosineSchedule() },
            Measure = new() { Epochs = [200] },
        };
        var data = DataSet.Load(cell.Data, "");
        var floor = FixedMixtures.Of((Mixup)cell.Mixup, cell.Seed, 1, [.. Enumerable.Range(0, 60)], data.Train.Labels)
            .Average(pair => data.Train.Labels[pair.Sample] == data.Train.Labels[pair.Partner] ? 0 : Entropy(pair.Lambda));

        var objective = Trainer.Train(cell, data, _ => { }).Single().Objective;

        Assert.InRange(objective, floor, floor + 0.02); // 0.014 above
        static double Entropy(double lambda) => -(lambda * Math.Log(lambda)) - ((1 - lambda) * Math.Log(1 - lambda));
    }
}
