using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>1 x 1 convolution and batch norm where a block changes the shape (He et al. 2016a, section 3.3, option B).</summary>
internal sealed class ProjectionShortcut : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d norm;

    public ProjectionShortcut(int input, int output, int stride)
        : base("shortcut")
    {
        conv = nn.Conv2d(input, output, 1, stride, bias: false);
        norm = nn.BatchNorm2d(output);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return norm.forward(conv.forward(input)).MoveToOuterDisposeScope();
    }
}
