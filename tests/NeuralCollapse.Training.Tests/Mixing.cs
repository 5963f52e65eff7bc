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

        var mixture = Mixture.Draw(cell.Mixup, cell.Seed, 1, 0, batches.Count)!;
        var partners = mixture.Partners.data<long>().ToArray();
        var expected = partners.Select((partner, i) => (mixture.Lambda * (i % 2)) + ((1 - mixture.Lambda) * (partner % 2)));
        Assert.Equal(expected, network.Seen.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Contains(network.Seen, v => v is > 0.01f and < 0.99f);
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
        var mixture = new Mixture(0.25, tensor(new long[] { 1, 0 }, int64));
        using var logits = tensor(new[,] { { 2.0, 0.0 }, { 0.5, 1.0 } });
        using var labels = tensor(new long[] { 0, 1 }, int64);

        var loss = mixture.Loss(new CrossEntropyLoss(), logits, labels).item<double>();

        double Log(int n, int c) => logits[n, c].item<double>() - logits[n].logsumexp(0).item<double>();
        Assert.Equal(-(0.25 * (Log(0, 0) + Log(1, 1)) + 0.75 * (Log(0, 1) + Log(1, 0))) / 2, loss, 12);
    }

    /// <summary>
    /// Patterns that can be told apart in any mixture: the best loss is then the entropy of lambda wherever the partner is of another
    /// class, 0.45 for 10 classes and alpha 1 on average. Had the labels alone been mixed it would be 1.68.
    /// </summary>
    [Fact]
    public void CrossEntropyApproachesItsFloorFromAbove()
    {
        var data = Patterns(classes: 10, each: 300);
        var cell = Cells.Small with { Mixup = new Mixup { Alpha = 1 } };
        cell = cell with
        {
            Model = new MlpModel { Hidden = [128, 64] },
            Training = cell.Training with { Epochs = 16, Schedule = new MultistepSchedule { Milestones = [10, 14], Factor = 0.1 } },
            Measure = new() { Epochs = [16] },
        };

        var objective = Trainer.Train(cell, data, _ => { }).Single().Objective;

        var floor = Floor(cell, data, epoch: 16);
        Assert.Equal(0.45, floor, 0.05); // three standard errors of a mean over the 150 batches of an epoch
        Assert.InRange(objective, floor, floor + 0.05);
    }

    /// <summary>Mean over the batches of an epoch of H(lambda) x (share of pairs of two classes).</summary>
    private static double Floor(CellSpec cell, DataSet data, int epoch)
    {
        var order = new RandomStream(cell.Seed, "order", epoch).NextPermutation(data.Train.Count);
        return order.Chunk(cell.Training.BatchSize).Select((places, step) =>
        {
            var mixture = Mixture.Draw(cell.Mixup, cell.Seed, epoch, step, places.Length)!;
            var labels = places.Select(p => data.Train.Labels[p]).ToArray();
            var different = mixture.Partners.data<long>().ToArray().Where((partner, i) => labels[partner] != labels[i]).Count();
            var entropy = -(mixture.Lambda * Math.Log(mixture.Lambda)) - ((1 - mixture.Lambda) * Math.Log(1 - mixture.Lambda));
            return entropy * different / places.Length;
        }).Average();
    }

    private static ImageSet Greys(params byte[] greys)
    {
        var labels = Enumerable.Range(0, 20).Select(i => i % greys.Length).ToArray();
        return new() { Pixels = [.. labels.SelectMany(label => Enumerable.Repeat(greys[label], 16))], Labels = labels, Shape = new(1, 4, 4) };
    }

    private static DataSet Patterns(int classes, int each)
    {
        var labels = Enumerable.Range(0, classes * each).Select(i => i % classes).ToArray();
        var images = new ImageSet
        {
            Pixels = [.. labels.SelectMany(label => Enumerable.Range(0, 16).Select(pixel => (byte)(pixel == label ? 255 : 0)))],
            Labels = labels,
            Shape = new(1, 4, 4),
        };
        return new() { Train = images, Test = images };
    }

    /// <summary>Notes the mean intensity of every image it is shown.</summary>
    private sealed class SeeingNetwork : Network
    {
        public SeeingNetwork()
            : base("seeing", 1, 10) => RegisterComponents();

        public float[] Seen { get; private set; } = [];

        public override Tensor Features(Tensor images)
        {
            var means = images.mean([1, 2, 3]);
            Seen = means.data<float>().ToArray();
            return means.unsqueeze(1);
        }
    }
}
