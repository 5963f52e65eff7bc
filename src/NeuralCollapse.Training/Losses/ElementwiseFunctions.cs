using NeuralCollapse.Specs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralCollapse.Training;

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
