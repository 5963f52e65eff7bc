using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Residual network for small images (He et al. 2016a): D = 512, or 2048 for depth 50.</summary>
public sealed class ResNet : Network
{
    private readonly Conv2d stem;
    private readonly BatchNorm2d norm;
    private readonly Sequential blocks;

    public ResNet(ResNetModel spec, ImageShape shape, int classes)
        : base("resnet", 512 * Expansion(spec), classes)
    {
        stem = nn.Conv2d(shape.Channels, 64, 3, padding: 1, bias: false);
        norm = nn.BatchNorm2d(64);
        int[] counts = spec.Depth == 18 ? [2, 2, 2, 2] : [3, 4, 6, 3];
        int[] channels = [64, 64 * Expansion(spec), 128 * Expansion(spec), 256 * Expansion(spec), 512 * Expansion(spec)]; // after each group
        blocks = nn.Sequential(
            from @group in Enumerable.Range(1, 4)
            from block in Enumerable.Range(0, counts[@group - 1])
            let first = block == 0
            select ($"group{@group}-block{block}", Block(
                spec, first ? channels[@group - 1] : channels[@group], channels[@group], stride: first && @group > 1 ? 2 : 1)));
        RegisterComponents();
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        var maps = nn.functional.relu(norm.forward(stem.forward(images)), inplace: true); // N x 64 x H x W
        return blocks.forward(maps).mean([2, 3]).MoveToOuterDisposeScope(); // N x D x H/8 x W/8, then N x D
    }

    private static int Expansion(ResNetModel spec) => spec.Depth == 50 ? BottleneckBlock.Expansion : 1;

    private static nn.Module<Tensor, Tensor> Block(ResNetModel spec, int input, int output, int stride) =>
        spec.Depth == 50
            ? new BottleneckBlock(input, output / BottleneckBlock.Expansion, stride)
            : new BasicBlock(input, output, stride);
}
