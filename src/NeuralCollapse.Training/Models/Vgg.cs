using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>VGG with batch norm for small images (Simonyan and Zisserman 2015, table 1): D = 512.</summary>
public sealed class Vgg : Network
{
    private static readonly int[] Channels = [64, 128, 256, 512, 512]; // of the stages

    public Vgg(VggModel spec, ImageShape shape, int classes)
        : base("vgg", spec, classes)
    {
        int[] counts = spec.Depth switch { 11 => [1, 1, 2, 2, 2], 13 => [2, 2, 2, 2, 2], 16 => [2, 2, 3, 3, 3], _ => [2, 2, 4, 4, 4] };
        nn.Module<Tensor, Tensor>[][] layers = [.. Enumerable.Range(0, Channels.Length).SelectMany(stage => Stage(stage, counts[stage], shape.Channels))];
        this.Registered("features", Parts.Chain(layers.SelectMany(parts => parts)));
        Layers = [.. layers.Select((parts, layer) => new NetworkLayer(FormattableString.Invariant($"features.{layers.Take(layer + 1).Sum(l => l.Length) - 1}"), parts))];
        this.Registered("classifier", Classifier);
    }

    /// <summary>The convolutions with what goes with each: from N x C x H x W to N x D x H/16 x W/16.</summary>
    public override IReadOnlyList<NetworkLayer> Layers { get; }

    protected override Tensor Begun(Tensor images) => images;

    protected override Tensor Pooled(Tensor output) => output.mean([2, 3]);

    /// <summary>3 x 3 convolutions, each with batch norm, which would take a bias away again, and ReLU; max pooling before all stages but the first.</summary>
    private static IEnumerable<nn.Module<Tensor, Tensor>[]> Stage(int stage, int convolutions, int imageChannels)
    {
        for (var i = 0; i < convolutions; i++)
        {
            var input = i > 0 ? Channels[stage] : stage > 0 ? Channels[stage - 1] : imageChannels;
            nn.Module<Tensor, Tensor>[] parts = [Parts.Conv(input, Channels[stage], kernel: 3), nn.BatchNorm2d(Channels[stage]), nn.ReLU(inplace: true)];
            yield return stage > 0 && i == 0 ? [nn.MaxPool2d(2, ceil_mode: true), .. parts] : parts; // of a single row or column one is left
        }
    }
}
