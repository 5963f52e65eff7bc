using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static NeuralCollapse.Training.Parts;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Residual network for small images (He et al. 2016a): D = 512, or 2048 for depth 50.</summary>
public sealed class ResNet : Network
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;

    public ResNet(ResNetModel spec, ImageShape shape, int classes)
        : base("resnet", spec, classes)
    {
        int[] blocks = spec.Depth == 18 ? [2, 2, 2, 2] : [3, 4, 6, 3];
        int[] channels = [64, 64 * Expansion(spec), 128 * Expansion(spec), 256 * Expansion(spec), 512 * Expansion(spec)]; // before each layer, and after the last
        conv1 = this.Registered("conv1", Conv(shape.Channels, channels[0], kernel: 3));
        bn1 = this.Registered("bn1", nn.BatchNorm2d(channels[0]));
        Layers = [.. Enumerable.Range(1, 4).SelectMany(layer => this.Blocks($"layer{layer}", Enumerable.Range(0, blocks[layer - 1]).Select(
            block => Block(spec, channels[block == 0 ? layer - 1 : layer], channels[layer], stride: block == 0 && layer > 1 ? 2 : 1))))];
        this.Registered("fc", Classifier);
    }

    /// <summary>The blocks: from N x 64 x H x W to N x D x H/8 x W/8.</summary>
    public override IReadOnlyList<NetworkLayer> Layers { get; }

    protected override Tensor Begun(Tensor images)
    {
        using var scope = NewDisposeScope();
        return nn.functional.relu(bn1.forward(conv1.forward(images)), inplace: true).MoveToOuterDisposeScope();
    }

    protected override Tensor Pooled(Tensor output) => output.mean([2, 3]);

    private static int Expansion(ResNetModel spec) => spec.Depth == 50 ? BottleneckBlock.Expansion : 1;

    private static nn.Module<Tensor, Tensor> Block(ResNetModel spec, int input, int output, int stride) => spec.Depth == 50
        ? new BottleneckBlock(input, output / BottleneckBlock.Expansion, stride)
        : new BasicBlock(input, output, stride);

    /// <summary>1 x 1 convolution and batch norm where a block changes the shape (He et al. 2016a, section 3.3, option B); null where not.</summary>
    internal static Sequential? Shortcut(nn.Module block, int input, int output, int stride) => input == output && stride == 1
        ? null
        : block.Registered("downsample", Chain(Conv(input, output, kernel: 1, stride), nn.BatchNorm2d(output)));
}

/// <summary>Two 3 x 3 convolutions with batch norm (He et al. 2016a, figure 5 left).</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? downsample;

    public BasicBlock(int input, int output, int stride)
        : base("block")
    {
        conv1 = this.Registered("conv1", Conv(input, output, kernel: 3, stride));
        bn1 = this.Registered("bn1", nn.BatchNorm2d(output));
        conv2 = this.Registered("conv2", Conv(output, output, kernel: 3));
        bn2 = this.Registered("bn2", nn.BatchNorm2d(output));
        downsample = ResNet.Shortcut(this, input, output, stride);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        inner = bn2.forward(conv2.forward(inner));
        return nn.functional.relu(inner.add_(downsample is null ? input : downsample.forward(input)), inplace: true).MoveToOuterDisposeScope();
    }
}

/// <summary>
/// 1 x 1, 3 x 3 and 1 x 1 convolutions with batch norm, four times as many channels out as within (He et al. 2016a, figure 5 right). The
/// 3 x 3 one takes the stride.
/// </summary>
internal sealed class BottleneckBlock : nn.Module<Tensor, Tensor>
{
    /// <summary>Channels out of the block for each channel within.</summary>
    public const int Expansion = 4;

    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d bn3;
    private readonly Sequential? downsample;

    public BottleneckBlock(int input, int inner, int stride)
        : base("block")
    {
        var output = Expansion * inner;
        conv1 = this.Registered("conv1", Conv(input, inner, kernel: 1));
        bn1 = this.Registered("bn1", nn.BatchNorm2d(inner));
        conv2 = this.Registered("conv2", Conv(inner, inner, kernel: 3, stride));
        bn2 = this.Registered("bn2", nn.BatchNorm2d(inner));
        conv3 = this.Registered("conv3", Conv(inner, output, kernel: 1));
        bn3 = this.Registered("bn3", nn.BatchNorm2d(output));
        downsample = ResNet.Shortcut(this, input, output, stride);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = nn.functional.relu(bn1.forward(conv1.forward(input)), inplace: true);
        inner = nn.functional.relu(bn2.forward(conv2.forward(inner)), inplace: true);
        inner = bn3.forward(conv3.forward(inner));
        return nn.functional.relu(inner.add_(downsample is null ? input : downsample.forward(input)), inplace: true).MoveToOuterDisposeScope();
    }
}
