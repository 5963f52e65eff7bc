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
    public (Tensor Images, Tensor Labels) At(ReadOnlySpan<int> places) => At(places, []);

    /// <summary>The samples at some places, each image varied: moved pixels are those of the normalised image, and 0 where it has none.</summary>
    /// <param name="places">Places in the split.</param>
    /// <param name="variations">One for each place; none at all: every image as it is.</param>
    public (Tensor Images, Tensor Labels) At(ReadOnlySpan<int> places, IReadOnlyList<Variation> variations)
    {
        using var scope = NewDisposeScope();
        var index = tensor(places.ToArray(), int64);
        var images = pixels.index_select(0, index).to(float32).sub_(mean).mul_(scale);
        return scope.MoveToOuter(ChannelsLast.Of(variations.Count > 0 ? Varied(images, variations) : images), labels.index_select(0, index));
    }

    private static Tensor Varied(Tensor images, IReadOnlyList<Variation> variations)
    {
        var shape = new ImageShape((int)images.shape[1], (int)images.shape[2], (int)images.shape[3]);
        var (given, varied) = (images.data<float>().ToArray(), new float[images.numel()]);
        for (var sample = 0; sample < variations.Count; sample++)
            variations[sample].Apply(given.AsSpan(sample * shape.Size, shape.Size), varied.AsSpan(sample * shape.Size, shape.Size), shape);
        return tensor(varied, images.shape);
    }

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[pixels, labels, mean, scale])
            tensor.Dispose();
    }
}

/// <summary>The splits of a data set, each handed out in batches that are normalised by the training set.</summary>
internal sealed class Splits : IDisposable
{
    public Splits(DataSet data)
    {
        var statistics = data.Statistics;
        (Train, Test) = (new(data.Train, statistics), new(data.Test, statistics));
        Validation = data.Validation is { } heldOut ? new(heldOut, statistics) : null;
    }

    public Batches Train { get; }

    public Batches Test { get; }

    /// <summary>Null where nothing is held out.</summary>
    public Batches? Validation { get; }

    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
        Validation?.Dispose();
    }
}
