using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Wide residual network (Zagoruyko and Komodakis 2016, table 1, basic blocks): D = 64 x width.</summary>
public sealed class WideResNet : Network
{
    private readonly Conv2d stem;
    private readonly Sequential blocks;
    private readonly BatchNorm2d norm;

    public WideResNet(WideResNetModel spec, ImageShape shape, int classes)
        : base("wide-resnet", 64 * spec.Width, classes)
    {
        stem = nn.Conv2d(shape.Channels, 16, 3, padding: 1, bias: false);
        var each = (spec.Depth - 4) / 6;
        int[] channels = [16, 16 * spec.Width, 32 * spec.Width, 64 * spec.Width];
        blocks = nn.Sequential(
            from @group in Enumerable.Range(1, 3)
            from block in Enumerable.Range(0, each)
            let first = block == 0
            select ($"group{@group}-block{block}", (nn.Module<Tensor, Tensor>)new WideBlock(
                first ? channels[@group - 1] : channels[@group], channels[@group], stride: first && @group > 1 ? 2 : 1)));
        norm = nn.BatchNorm2d(channels[3]);
        RegisterComponents();
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        var maps = nn.functional.relu(norm.forward(blocks.forward(stem.forward(images))), inplace: true); // N x D x H/4 x W/4
        return maps.mean([2, 3]).MoveToOuterDisposeScope(); // N x D
    }
}
