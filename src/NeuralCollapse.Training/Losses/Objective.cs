using NeuralCollapse.Specs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralCollapse.Training;

/// <summary>What training minimises. Logits are N x C.</summary>
public static class Objective
{
    /// <summary>Mean loss of a batch, as a scalar tensor.</summary>
    /// <param name="spec">Which loss.</param>
    /// <param name="logits">N x C.</param>
    /// <param name="labels">N whole numbers.</param>
    public static Tensor Of(LossSpec spec, Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return (spec switch
        {
            CrossEntropyLoss loss => cross_entropy(logits, labels, label_smoothing: loss.Smoothing),
            FocalLoss loss => Focal(log_softmax(logits, dim: 1).gather(1, labels.unsqueeze(1)).squeeze(1), loss.Gamma).mean(),
            _ => Errors(spec, logits, OneHot(labels, logits)).mean(),
        }).MoveToOuterDisposeScope();
    }

    /// <summary>Loss of each sample, N, against a distribution over the classes; for a one-hot one that of its label.</summary>
    /// <param name="spec">Which loss.</param>
    /// <param name="logits">N x C.</param>
    /// <param name="targets">N x C, rows of sum 1.</param>
    public static Tensor Each(LossSpec spec, Tensor logits, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return (spec switch
        {
            CrossEntropyLoss loss => cross_entropy(logits, targets, reduction: nn.Reduction.None, label_smoothing: loss.Smoothing),
            FocalLoss loss => (targets * Focal(log_softmax(logits, dim: 1), loss.Gamma)).sum(dim: 1),
            _ => Errors(spec, logits, targets).mean([1]),
        }).MoveToOuterDisposeScope();
    }

    /// <summary>Rows that are 1 at the label and 0 elsewhere, N x C, of the type of the logits.</summary>
    public static Tensor OneHot(Tensor labels, Tensor logits) => one_hot(labels, logits.shape[1]).to(logits.dtype);

    /// <summary>
    /// -(1 - p)^gamma log p of each log p. 1 - p comes from expm1, which keeps its digits where p is near 1; it is kept above 0, where
    /// the power's gradient is infinite for gamma below 1.
    /// </summary>
    private static Tensor Focal(Tensor log, double gamma) => -(log.expm1().neg().clamp_min(1e-30).pow(gamma) * log);

    /// <summary>Errors of a loss that compares every logit with its own target, N x C.</summary>
    private static Tensor Errors(LossSpec spec, Tensor logits, Tensor targets) => spec switch
    {
        ScaledMseLoss loss => (logits - (targets * loss.Kappa)).square(),
        MaeLoss loss => (logits - (targets * loss.Kappa)).abs(),
        RescaledMseLoss loss => ((targets * (loss.K - 1)) + 1) * (logits - (targets * loss.M)).square(),
        SmoothL1Loss loss => smooth_l1_loss(logits, targets * loss.Kappa, nn.Reduction.None, loss.Beta),
        _ => throw new NotSupportedException($"no loss for {spec.GetType().Name}"),
    };
}
