using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// 1 x 1, 3 x 3 and 1 x 1 convolutions with batch norm, four times as many channels out as within (He et al. 2016a, figure 5 right). The
/// 3 x 3 one takes the stride.
/// </summary>
internal sealed class BottleneckBlock : nn.Module<Tensor, Tensor>
{
    /// <summary>Channels out of the block for each channel within.</summary>
    public const int Expansion = 4;

    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d norm3;
    private readonly ProjectionShortcut? shortcut;

    public BottleneckBlock(int input, int inner, int stride)
        : base("block")
    {
        var output = Expansion * inner;
        conv1 = nn.Conv2d(input, inner, 1, bias: false);
        norm1 = nn.BatchNorm2d(inner);
        conv2 = nn.Conv2d(inner, inner, 3, stride, padding: 1, bias: false);
        norm2 = nn.BatchNorm2d(inner);
        conv3 = nn.Conv2d(inner, output, 1, bias: false);
        norm3 = nn.BatchNorm2d(output);
        if (input != output || stride != 1)
            shortcut = new(input, output, stride);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = nn.functional.relu(norm1.forward(conv1.forward(input)), inplace: true);
        inner = nn.functional.relu(norm2.forward(conv2.forward(inner)), inplace: true);
        inner = norm3.forward(conv3.forward(inner));
        return nn.functional.relu(inner + (shortcut is null ? input : shortcut.forward(input)), inplace: true).MoveToOuterDisposeScope();
    }
}
