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
