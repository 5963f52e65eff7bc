using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// One batch's mixture: lambda parts of each sample and 1 - lambda parts of its partner, inputs and losses alike (Zhang et al. 2018).
/// </summary>
/// <param name="Lambdas">Shares of the samples themselves, 0 to 1: one for all N of the batch, or one for each.</param>
/// <param name="Partners">For each sample of the batch, the place of its partner in the batch.</param>
public sealed record Mixture(IReadOnlyList<double> Lambdas, Tensor Partners)
{
    /// <summary>What is mixed. Default: inputs and targets.</summary>
    public MixedParts Parts { get; init; }

    /// <summary>The mixture of one training step, or null where nothing is mixed.</summary>
    /// <param name="spec">How to mix.</param>
    /// <param name="seed">Seed of the cell.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">From 0.</param>
    /// <param name="labels">Labels of the batch.</param>
    /// <param name="device">Where the batch is.</param>
    public static Mixture? Draw(MixupSpec spec, int seed, int epoch, int step, IReadOnlyList<int> labels, ComputeDevice device = default)
    {
        if (spec is not Mixup mixup)
            return spec is NoMixup ? null : throw new NotSupportedException($"no mixture for {spec.GetType().Name}");
        var random = new RandomStream(seed, "mixup/lambda", epoch, step);
        var lambdas = new double[mixup.Per == LambdaScope.Batch ? 1 : labels.Count];
        for (var i = 0; i < lambdas.Length; i++)
            lambdas[i] = random.NextBeta(mixup.Alpha);
        var partners = new RandomStream(seed, "mixup/partners", epoch, step).NextPartners(mixup.Partner, labels);
        return new(lambdas, device.Take(tensor(partners, int64))) { Parts = mixup.Apply };
    }

    /// <summary>What the network is shown, N x C x H x W: mixed images, unless the targets alone are mixed.</summary>
    public Tensor Inputs(Tensor images)
    {
        if (Parts == MixedParts.TargetsOnly)
            return images;
        using var scope = NewDisposeScope();
        var (own, other) = Shares(images.dtype);
        return ((images * own.view(-1, 1, 1, 1)) + (images.index_select(0, Partners) * other.view(-1, 1, 1, 1))).MoveToOuterDisposeScope();
    }

    /// <summary>Mean loss of the batch against both labels of every pair.</summary>
    public Tensor Loss(LossSpec loss, Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var others = labels.index_select(0, Partners);
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
        var (sample, partner) = (LossFunction.IsRight(logits, labels), LossFunction.IsRight(logits, labels.index_select(0, Partners)));
        var (own, other) = Shares(sample.dtype);
        return ((sample * own) + (partner * other)).sum().MoveToOuterDisposeScope();
    }

    /// <summary>lambda and 1 - lambda, each of one element or N.</summary>
    private (Tensor Own, Tensor Other) Shares(ScalarType type) =>
        (tensor(Lambdas.ToArray(), type, Partners.device), tensor(Lambdas.Select(lambda => 1 - lambda).ToArray(), type, Partners.device));
}
