using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>VGG with batch norm for small images (Simonyan and Zisserman 2015, table 1): D = 512.</summary>
public sealed class Vgg : Network
{
    private static readonly int[] Channels = [64, 128, 256, 512, 512]; // of the stages

    private readonly Sequential features;

    public Vgg(VggModel spec, ImageShape shape, int classes)
        : base("vgg", spec, classes)
    {
        int[] counts = spec.Depth switch { 11 => [1, 1, 2, 2, 2], 13 => [2, 2, 2, 2, 2], 16 => [2, 2, 3, 3, 3], _ => [2, 2, 4, 4, 4] };
        features = this.Registered("features", Parts.Chain(Enumerable.Range(0, Channels.Length).SelectMany(stage => Stage(stage, counts[stage], shape.Channels))));
        this.Registered("classifier", Classifier);
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        return features.forward(images).mean([2, 3]).MoveToOuterDisposeScope(); // N x D x H/16 x W/16, then N x D
    }

    /// <summary>3 x 3 convolutions, each with batch norm, which would take a bias away again, and ReLU; max pooling before all stages but the first.</summary>
    private static IEnumerable<nn.Module<Tensor, Tensor>> Stage(int stage, int convolutions, int imageChannels)
    {
        if (stage > 0)
            yield return nn.MaxPool2d(2, ceil_mode: true); // of a single row or column one is left
        for (var i = 0; i < convolutions; i++)
        {
            var input = i > 0 ? Channels[stage] : stage > 0 ? Channels[stage - 1] : imageChannels;
            yield return Parts.Conv(input, Channels[stage], kernel: 3);
            yield return nn.BatchNorm2d(Channels[stage]);
            yield return nn.ReLU(inplace: true);
        }
    }
}
