using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>A split held as one tensor of bytes, handed out in normalised batches.</summary>
public sealed class Batches : IDisposable
{
    private readonly Tensor pixels; // N x C x H x W bytes
    private readonly Tensor labels; // N
    private readonly Tensor mean; // C x 1 x 1
    private readonly Tensor scale; // C x 1 x 1

    public Batches(ImageSet images, ChannelStatistics statistics)
    {
        var (channels, height, width) = images.Shape;
        pixels = tensor(images.Pixels, [images.Count, channels, height, width], uint8);
        labels = tensor(images.Labels, int64);
        mean = tensor(statistics.Mean.Select(m => (float)(255 * m)).ToArray()).view(channels, 1, 1);
        scale = tensor(statistics.Deviation.Select(d => (float)(1 / (255 * d))).ToArray()).view(channels, 1, 1);
        Labels = images.Labels;
    }

    /// <summary>N labels, from 0.</summary>
    public int[] Labels { get; }

    /// <summary>Samples in the split.</summary>
    public int Count => Labels.Length;

    /// <summary>The samples at some places: images N x C x H x W with mean 0 and deviation 1 over the training set, labels N.</summary>
    public (Tensor Images, Tensor Labels) At(ReadOnlySpan<int> places)
    {
        var index = tensor(places.ToArray(), int64);
        var images = pixels.index_select(0, index).to(float32).sub_(mean).mul_(scale);
        return (ChannelsLast.Of(images), labels.index_select(0, index));
    }

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[pixels, labels, mean, scale])
            tensor.Dispose();
    }
}
