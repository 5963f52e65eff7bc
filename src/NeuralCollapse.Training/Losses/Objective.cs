using NeuralCollapse.Specs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralCollapse.Training;

/// <summary>Mean loss of a batch, as a scalar tensor. Logits are N x C, labels N whole numbers.</summary>
public static class Objective
{
    /// <exception cref="NotSupportedException">The loss is of an unknown kind.</exception>
    public static Tensor Of(LossSpec spec, Tensor logits, Tensor labels) => spec switch
    {
        CrossEntropyLoss loss => cross_entropy(logits, labels, label_smoothing: loss.Smoothing),
        FocalLoss loss => Focal(logits, labels, loss.Gamma),
        ScaledMseLoss loss => (logits - OneHot(logits, labels, loss.Kappa)).square().mean(),
        MaeLoss loss => (logits - OneHot(logits, labels, loss.Kappa)).abs().mean(),
        _ => throw new NotSupportedException($"no loss for {spec.GetType().Name}"),
    };

    /// <summary>
    /// -(1 - p)^gamma log p of the true class. 1 - p comes from expm1, which keeps its digits where p is near 1; it is kept above 0, where
    /// the power's gradient is infinite for gamma below 1.
    /// </summary>
    private static Tensor Focal(Tensor logits, Tensor labels, double gamma)
    {
        var log = log_softmax(logits, dim: 1).gather(1, labels.unsqueeze(1)).squeeze(1); // N
        return -(log.expm1().neg().clamp_min(1e-30).pow(gamma) * log).mean();
    }

    private static Tensor OneHot(Tensor logits, Tensor labels, double scale) =>
        one_hot(labels, logits.shape[1]).to(logits.dtype) * scale; // N x C
}
