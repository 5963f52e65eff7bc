using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// One batch's mixture: lambda parts of each sample and 1 - lambda parts of its partner, of what the network sees or makes and of losses alike
/// (Zhang et al. 2018).
/// </summary>
/// <param name="Lambdas">Shares of the samples themselves, 0 to 1: one for all N of the batch, or one for each.</param>
/// <param name="Partners">For each sample of the batch, the place of its partner in the batch, or beyond its N samples.</param>
public sealed record Mixture(IReadOnlyList<double> Lambdas, Tensor Partners)
{
    /// <summary>What is mixed. Default: inputs and targets.</summary>
    public MixedParts Parts { get; init; }

    /// <summary>The layer whose output is mixed, from 1. Default: 0, the images are.</summary>
    public int After { get; init; }

    /// <summary>What is cut out of the samples and replaced, in place of blending: one for all, or one for each. Default: none, they are blended.</summary>
    internal IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>The mixture of one training step, or null where nothing is mixed.</summary>
    /// <param name="spec">How to mix.</param>
    /// <param name="seed">Seed of the cell.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">From 0.</param>
    /// <param name="labels">Labels of the batch.</param>
    /// <param name="size">Rows and columns of the images, out of which rectangles may be cut.</param>
    /// <param name="device">Where the batch is.</param>
    public static Mixture? Draw(
        MixupSpec spec, int seed, int epoch, int step, IReadOnlyList<int> labels, (int Height, int Width) size = default, ComputeDevice device = default)
    {
        if (spec is not IPairMixup mixup)
            return spec is NoMixup ? null : throw new NotSupportedException($"no mixture for {spec.GetType().Name}");
        RandomStream Stream(string name) => new(seed, $"mixup/{name}", epoch, step);
        var random = Stream("lambda");
        var lambdas = new double[mixup.Per == LambdaScope.Batch ? 1 : labels.Count];
        for (var i = 0; i < lambdas.Length; i++)
            lambdas[i] = random.NextBeta(mixup.Alpha);
        var mixture = new Mixture(lambdas, device.Take(tensor(Stream("partners").NextPartners(mixup.Partner, labels), int64)));
        switch (spec)
        {
            case CutMix:
                var cutting = Stream("cuts");
                Cut[] cuts = [.. lambdas.Select(lambda => Cut.Draw(cutting, lambda, size.Height, size.Width))];
                return mixture with { Lambdas = [.. cuts.Select(cut => cut.Rest(size.Height, size.Width))], Cuts = cuts };
            case ManifoldMixup manifold:
                return mixture with { After = manifold.Layers[Stream("layer").NextIndex(manifold.Layers.Count)] };
            default:
                return mixture with { Parts = ((Mixup)spec).Apply };
        }
    }

    /// <summary>The mixture of pairs, for a batch of their samples followed by their partners.</summary>
    public static Mixture Of(IReadOnlyList<MixedPair> pairs, MixedParts parts, ComputeDevice device = default) =>
        new([.. pairs.Select(pair => pair.Lambda)], arange(pairs.Count, 2 * pairs.Count, int64, device.Torch)) { Parts = parts };

    /// <summary>The samples of the batch mixed, N x ...: their images, unless the targets alone are mixed, or what a layer has made of them.</summary>
    /// <param name="x">A row for each sample of the batch, and for each partner beyond it.</param>
    public Tensor Mixed(Tensor x)
    {
        if (Parts == MixedParts.TargetsOnly)
            return Own(x);
        using var scope = NewDisposeScope();
        var (own, other) = Cuts.Count > 0 ? Cut.Shares(Cuts, x) : Shares(x.dtype);
        long[] shape = Cuts.Count > 0 ? own.shape : [-1, .. Enumerable.Repeat(1L, (int)x.dim() - 1)];
        return ((Own(x) * own.view(shape)) + (x.index_select(0, Partners) * other.view(shape))).MoveToOuterDisposeScope();
    }

    /// <summary>What is of the samples of the batch themselves.</summary>
    private Tensor Own(Tensor x) => x.shape[0] == Partners.shape[0] ? x : x.narrow(0, 0, Partners.shape[0]);

    /// <summary>Mean loss of the batch against both labels of every pair.</summary>
    public Tensor Loss(LossSpec loss, Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var others = labels.index_select(0, Partners);
        labels = Own(labels);
        var function = LossFunction.Of(loss);
        if (loss.Mix == LossMixing.Loss && Lambdas.Count == 1)
            return ((function.Mean(logits, labels) * Lambdas[0]) + (function.Mean(logits, others) * (1 - Lambdas[0]))).MoveToOuterDisposeScope();

        var (own, other) = Shares(logits.dtype);
        var (sample, partner) = (LossFunction.OneHot(labels, logits), LossFunction.OneHot(others, logits));
        return (loss.Mix == LossMixing.Target
            ? function.Each(logits, (sample * own.unsqueeze(1)) + (partner * other.unsqueeze(1)))
            : (function.Each(logits, sample) * own) + (function.Each(logits, partner) * other)).mean().MoveToOuterDisposeScope();
    }

    /// <summary>How many samples of the batch are classified right, a scalar of the type of <see cref="LossFunction.IsRight"/>: each of the two labels counts its share.</summary>
    public Tensor Right(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var (sample, partner) = (LossFunction.IsRight(logits, Own(labels)), LossFunction.IsRight(logits, labels.index_select(0, Partners)));
        var (own, other) = Shares(sample.dtype);
        return ((sample * own) + (partner * other)).sum().MoveToOuterDisposeScope();
    }

    /// <summary>lambda and 1 - lambda, each of one element or N.</summary>
    private (Tensor Own, Tensor Other) Shares(ScalarType type)
    {
        Tensor Each(Func<double, double> share) => ComputeDevice.Take(tensor(Lambdas.Select(share).ToArray(), type), Partners.device);
        return (Each(lambda => lambda), Each(lambda => 1 - lambda));
    }
}
