using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Two 3 x 3 convolutions with batch norm (He et al. 2016a, figure 5 left).</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d norm2;
    private readonly ProjectionShortcut? shortcut;

    public BasicBlock(int input, int output, int stride)
        : base("block")
    {
        conv1 = nn.Conv2d(input, output, 3, stride, padding: 1, bias: false);
        norm1 = nn.BatchNorm2d(output);
        conv2 = nn.Conv2d(output, output, 3, padding: 1, bias: false);
        norm2 = nn.BatchNorm2d(output);
        if (input != output || stride != 1)
            shortcut = new(input, output, stride);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = nn.functional.relu(norm1.forward(conv1.forward(input)), inplace: true);
        inner = norm2.forward(conv2.forward(inner));
        return nn.functional.relu(inner + (shortcut is null ? input : shortcut.forward(input)), inplace: true).MoveToOuterDisposeScope();
    }
}
