using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static NeuralCollapse.Training.Parts;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Wide residual network (Zagoruyko and Komodakis 2016, table 1, basic blocks): D = 64 x width.</summary>
public sealed class WideResNet : Network
{
    private readonly Conv2d conv1;

    public WideResNet(WideResNetModel spec, ImageShape shape, int classes)
        : base("wide-resnet", spec, classes)
    {
        var blocks = (spec.Depth - 4) / 6;
        int[] channels = [16, 16 * spec.Width, 32 * spec.Width, 64 * spec.Width]; // before each layer, and after the last
        conv1 = this.Registered("conv1", Conv(shape.Channels, channels[0], kernel: 3));
        IEnumerable<NetworkLayer> inGroups = [.. Enumerable.Range(1, 3).SelectMany(layer => this.Blocks($"layer{layer}", Enumerable.Range(0, blocks).Select(
            block => new WideBlock(channels[block == 0 ? layer - 1 : layer], channels[layer], stride: block == 0 && layer > 1 ? 2 : 1))))];
        Layers = [.. inGroups, new("bn1", this.Registered("bn1", nn.BatchNorm2d(channels[3])), nn.ReLU(inplace: true))];
        this.Registered("fc", Classifier);
    }

    /// <summary>The blocks, and batch norm and ReLU after the last: from N x 16 x H x W to N x D x H/4 x W/4.</summary>
    public override IReadOnlyList<NetworkLayer> Layers { get; }

    protected override Tensor Begun(Tensor images) => conv1.forward(images);

    protected override Tensor Pooled(Tensor output) => output.mean([2, 3]);
}

/// <summary>
/// Pre-activation basic block B(3,3) (He et al. 2016b; Zagoruyko and Komodakis 2016): two 3 x 3 convolutions, each after batch norm and
/// ReLU. Where the shape changes the shortcut is a 1 x 1 convolution of the activated input.
/// </summary>
internal sealed class WideBlock : nn.Module<Tensor, Tensor>
{
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv2;
    private readonly Sequential? downsample;

    public WideBlock(int input, int output, int stride)
        : base("block")
    {
        bn1 = this.Registered("bn1", nn.BatchNorm2d(input));
        conv1 = this.Registered("conv1", Conv(input, output, kernel: 3, stride));
        bn2 = this.Registered("bn2", nn.BatchNorm2d(output));
        conv2 = this.Registered("conv2", Conv(output, output, kernel: 3));
        if (input != output || stride != 1)
            downsample = this.Registered("downsample", Chain(Conv(input, output, kernel: 1, stride)));
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var active = nn.functional.relu(bn1.forward(input), inplace: true);
        var inner = conv2.forward(nn.functional.relu(bn2.forward(conv1.forward(active)), inplace: true));
        return inner.add_(downsample is null ? input : downsample.forward(active)).MoveToOuterDisposeScope();
    }
}
