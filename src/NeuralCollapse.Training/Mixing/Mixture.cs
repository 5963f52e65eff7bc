using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// One batch's mixture: lambda parts of each sample and 1 - lambda parts of its partner, inputs and losses alike (Zhang et al. 2018).
/// </summary>
/// <param name="Lambda">Share of the sample itself, 0 to 1.</param>
/// <param name="Partners">For each sample of the batch, the place of its partner in the batch.</param>
public sealed record Mixture(double Lambda, Tensor Partners)
{
    /// <summary>The mixture of one training step, or null where nothing is mixed.</summary>
    public static Mixture? Draw(MixupSpec spec, int seed, int epoch, int step, int batch) => spec switch
    {
        NoMixup => null,
        Mixup mixup => new(
            new RandomStream(seed, "mixup/lambda", epoch, step).NextBeta(mixup.Alpha),
            tensor(new RandomStream(seed, "mixup/partners", epoch, step).NextPermutation(batch), int64)),
        _ => throw new NotSupportedException($"no mixture for {spec.GetType().Name}"),
    };

    /// <summary>Mixed inputs, N x C x H x W.</summary>
    public Tensor Inputs(Tensor images) => (images * Lambda) + (images.index_select(0, Partners) * (1 - Lambda));

    /// <summary>lambda x loss with the samples' labels + (1 - lambda) x loss with their partners' labels.</summary>
    public Tensor Loss(LossSpec loss, Tensor logits, Tensor labels) =>
        (Objective.Of(loss, logits, labels) * Lambda) + (Objective.Of(loss, logits, labels.index_select(0, Partners)) * (1 - Lambda));
}
