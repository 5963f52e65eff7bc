using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

public sealed class Mixing
{
    public Mixing() => LibTorch.Load();

    /// <summary>Images of one constant grey each: what a network is shown is one number, and a mixture lies between two of them.</summary>
    [Fact]
    public void TheNetworkSeesMixedInputs()
    {
        var cell = Cells.Small with { Mixup = new Mixup { Alpha = 1 } };
        using var batches = new Batches(Greys(0, 255), new([0.0], [1.0]));
        using var network = new SeeingNetwork();

        Trainer.BatchLoss(cell, batches, network, epoch: 1, step: 0, [.. Enumerable.Range(0, batches.Count)]);

        var mixture = Mixture.Draw(cell.Mixup, cell.Seed, 1, 0, batches.Labels)!;
        var partners = mixture.Partners.data<long>().ToArray();
        var expected = partners.Select((partner, i) => (mixture.Lambdas[0] * (i % 2)) + ((1 - mixture.Lambdas[0]) * (partner % 2)));
        Assert.Equal(expected, network.Seen.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Contains(network.Seen, v => v is > 0.01f and < 0.99f);
    }

    [Fact]
    public void ALambdaPerSampleMixesEverySampleWithItsOwn()
    {
        var cell = Cells.Small with { Mixup = new Mixup { Alpha = 1, Per = LambdaScope.Sample } };
        using var batches = new Batches(Greys(0, 255), new([0.0], [1.0]));
        using var network = new SeeingNetwork();

        Trainer.BatchLoss(cell, batches, network, epoch: 1, step: 0, [.. Enumerable.Range(0, batches.Count)]);

        var mixture = Mixture.Draw(cell.Mixup, cell.Seed, 1, 0, batches.Labels)!;
        var partners = mixture.Partners.data<long>().ToArray();
        var expected = partners.Select((partner, i) => (mixture.Lambdas[i] * (i % 2)) + ((1 - mixture.Lambdas[i]) * (partner % 2)));
        Assert.Equal(expected, network.Seen.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(20, mixture.Lambdas.Distinct().Count());
    }

    [Fact]
    public void WithTargetsOnlyTheNetworkSeesTheImagesThemselvesAndTheLossIsMixed()
    {
        var cell = Cells.Small with { Mixup = new Mixup { Alpha = 1, Apply = MixedParts.TargetsOnly } };
        using var batches = new Batches(Greys(0, 255), new([0.0], [1.0]));
        using var network = new SeeingNetwork();
        int[] places = [.. Enumerable.Range(0, batches.Count)];

        var mixed = Trainer.BatchLoss(cell, batches, network, epoch: 1, step: 0, places).Loss.item<float>();
        var unmixed = Trainer.BatchLoss(Cells.Small, batches, network, epoch: 1, step: 0, places).Loss.item<float>();

        Assert.Equal(batches.Labels.Select(label => (float)label), network.Seen);
        Assert.NotEqual(unmixed, mixed);
    }

    [Fact]
    public void MixedImagesKeepTheirMemoryLayout()
    {
        using var images = ChannelsLast.Of(rand(2, 3, 4, 5));
        using var partners = tensor(new long[] { 1, 0 }, int64);

        Assert.Equal(images.stride(), new Mixture([0.3], partners).Mixed(images).stride());
        Assert.Equal(images.stride(), new Mixture([0.3, 0.4], partners).Mixed(images).stride());
    }

    [Fact]
    public void WithoutMixupTheNetworkSeesTheImagesThemselves()
    {
        using var batches = new Batches(Greys(0, 255), new([0.0], [1.0]));
        using var network = new SeeingNetwork();

        Trainer.BatchLoss(Cells.Small, batches, network, epoch: 1, step: 0, [0, 1, 2, 3]);

        Assert.Equal([0f, 1f, 0f, 1f], network.Seen);
    }

    [Fact]
    public void TheLossIsMixedWithTheSameLambdaAndPartnersAsTheInputs()
    {
        var mixture = new Mixture([0.25], tensor(new long[] { 1, 0 }, int64));
        using var logits = tensor(new[,] { { 2.0, 0.0 }, { 0.5, 1.0 } });
        using var labels = tensor(new long[] { 0, 1 }, int64);

        var loss = mixture.Loss(new CrossEntropyLoss(), logits, labels).item<double>();

        double Log(int n, int c) => logits[n, c].item<double>() - logits[n].logsumexp(0).item<double>();
        Assert.Equal(-((0.25 * (Log(0, 0) + Log(1, 1))) + (0.75 * (Log(0, 1) + Log(1, 0)))) / 2, loss, 12);
    }

    public static TheoryData<LossSpec, bool> LossesAndWhetherMixingTargetsIsMixingLosses => new()
    {
        { new CrossEntropyLoss { Smoothing = 0.1 }, true },
        { new FocalLoss { Gamma = 3 }, true },
        { new SquentropyLoss(), true },
        { new ScaledMseLoss { Kappa = 2 }, false },
        { new RescaledMseLoss { K = 2, M = 3 }, false },
        { new MaeLoss { Kappa = 2 }, false },
        { new SmoothL1Loss { Beta = 0.5, Kappa = 2 }, false },
    };

    [Theory]
    [MemberData(nameof(LossesAndWhetherMixingTargetsIsMixingLosses))]
    public void ThreeWaysToMixAreThatOfTheFormula(LossSpec loss, bool same)
    {
        double[][] z = [[2, 0, 0.3], [0.5, 1, -1]];
        using var logits = tensor(new[,] { { z[0][0], z[0][1], z[0][2] }, { z[1][0], z[1][1], z[1][2] } });
        using var labels = tensor(new long[] { 0, 1 }, int64);
        using var partners = tensor(new long[] { 1, 0 }, int64);
        double Mixed(LossMixing mix, params double[] lambdas) =>
            new Mixture(lambdas, partners).Loss(loss with { Mix = mix }, logits, labels).item<double>();
        double ByLoss(int n, double l) => (l * LossFormula.Of(loss, z[n], Pair(n, 1))) + ((1 - l) * LossFormula.Of(loss, z[n], Pair(n, 0)));
        double ByTarget(int n, double l) => LossFormula.Of(loss, z[n], Pair(n, l));

        Assert.Equal((ByLoss(0, 0.3) + ByLoss(1, 0.3)) / 2, Mixed(LossMixing.Loss, 0.3), 12);
        Assert.Equal((ByLoss(0, 0.3) + ByLoss(1, 0.9)) / 2, Mixed(LossMixing.Loss, 0.3, 0.9), 12);
        Assert.Equal((ByTarget(0, 0.3) + ByTarget(1, 0.3)) / 2, Mixed(LossMixing.Target, 0.3), 12);
        Assert.Equal((ByTarget(0, 0.3) + ByTarget(1, 0.9)) / 2, Mixed(LossMixing.Target, 0.3, 0.9), 12);
        Assert.Equal(same, Math.Abs(Mixed(LossMixing.Loss, 0.3) - Mixed(LossMixing.Target, 0.3)) < 1e-12);
    }

    /// <summary>Lambda for label n and the rest for the other one of 0 and 1.</summary>
    private static double[] Pair(int n, double lambda) => n == 0 ? [lambda, 1 - lambda, 0] : [1 - lambda, lambda, 0];

    private static ImageSet Greys(params byte[] greys)
    {
        var labels = Enumerable.Range(0, 20).Select(i => i % greys.Length).ToArray();
        return new() { Pixels = [.. labels.SelectMany(label => Enumerable.Repeat(greys[label], 16))], Labels = labels, Shape = new(1, 4, 4) };
    }

    /// <summary>Notes the mean intensity of every image it is shown.</summary>
    private sealed class SeeingNetwork : Network
    {
        public SeeingNetwork()
            : base("seeing", new MlpModel { Hidden = [1] }, 10) => RegisterComponents();

        public float[] Seen { get; private set; } = [];

        public override IReadOnlyList<NetworkLayer> Layers => [];

        protected override Tensor Begun(Tensor images)
        {
            var means = images.mean([1, 2, 3]);
            Seen = means.data<float>().ToArray();
            return means.unsqueeze(1);
        }

        protected override Tensor Pooled(Tensor output) => output;
    }
}
