using NeuralCollapse.Specs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralCollapse.Training;

internal sealed class CrossEntropyFunction(CrossEntropyLoss loss) : LossFunction
{
    protected override Tensor MeanOf(Tensor logits, Tensor labels) => cross_entropy(logits, labels, label_smoothing: loss.Smoothing);

    protected override Tensor EachOf(Tensor logits, Tensor targets) =>
        cross_entropy(logits, targets, reduction: nn.Reduction.None, label_smoothing: loss.Smoothing);
}

internal sealed class FocalFunction(FocalLoss loss) : LossFunction
{
    protected override Tensor MeanOf(Tensor logits, Tensor labels) =>
        Focal(log_softmax(logits, dim: 1).gather(1, labels.unsqueeze(1)).squeeze(1)).mean();

    protected override Tensor EachOf(Tensor logits, Tensor targets) => (targets * Focal(log_softmax(logits, dim: 1))).sum(dim: 1);

    /// <summary>
    /// -(1 - p)^gamma log p of each log p. 1 - p comes from expm1, which keeps its digits where p is near 1; it is kept above 0, where
    /// the power's gradient is infinite for gamma below 1.
    /// </summary>
    private Tensor Focal(Tensor log) => -(log.expm1().neg().clamp_min(1e-30).pow(loss.Gamma) * log);
}

internal sealed class SquentropyFunction : LossFunction
{
    public SquentropyFunction(SquentropyLoss loss) => _ = loss; // which has no hyper-parameter, but by which this function is found

    protected override Tensor MeanOf(Tensor logits, Tensor labels) => EachOf(logits, OneHot(labels, logits)).mean();

    protected override Tensor EachOf(Tensor logits, Tensor targets) =>
        (((1 - targets) * logits.square()).sum(dim: 1) / (logits.shape[1] - 1)) - (targets * log_softmax(logits, dim: 1)).sum(dim: 1);
}

internal sealed class ScaledMseFunction(ScaledMseLoss loss) : ElementwiseFunction
{
    protected override Tensor Errors(Tensor logits, Tensor targets) => (logits - (targets * loss.Kappa)).square();
}

internal sealed class RescaledMseFunction(RescaledMseLoss loss) : ElementwiseFunction
{
    protected override Tensor Errors(Tensor logits, Tensor targets) =>
        ((targets * (loss.K - 1)) + 1) * (logits - (targets * loss.M)).square();
}

internal sealed class MaeFunction(MaeLoss loss) : ElementwiseFunction
{
    protected override Tensor Errors(Tensor logits, Tensor targets) => (logits - (targets * loss.Kappa)).abs();
}

internal sealed class SmoothL1Function(SmoothL1Loss loss) : ElementwiseFunction
{
    protected override Tensor Errors(Tensor logits, Tensor targets) =>
        smooth_l1_loss(logits, targets * loss.Kappa, nn.Reduction.None, loss.Beta);
}
