using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// Pre-activation basic block B(3,3) (He et al. 2016b; Zagoruyko and Komodakis 2016): two 3 x 3 convolutions, each after batch norm and
/// ReLU. Where the shape changes the shortcut is a 1 x 1 convolution of the activated input.
/// </summary>
internal sealed class WideBlock : nn.Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;
    private readonly Conv2d? shortcut;

    public WideBlock(int input, int output, int stride)
        : base("block")
    {
        norm1 = nn.BatchNorm2d(input);
        conv1 = nn.Conv2d(input, output, 3, stride, padding: 1, bias: false);
        norm2 = nn.BatchNorm2d(output);
        conv2 = nn.Conv2d(output, output, 3, padding: 1, bias: false);
        if (input != output || stride != 1)
            shortcut = nn.Conv2d(input, output, 1, stride, bias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var active = nn.functional.relu(norm1.forward(input), inplace: true);
        var inner = conv2.forward(nn.functional.relu(norm2.forward(conv1.forward(active)), inplace: true));
        return inner.add_(shortcut is null ? input : shortcut.forward(active)).MoveToOuterDisposeScope();
    }
}
