using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>A split held on a device as one tensor of bytes, handed out there in normalised batches.</summary>
public sealed class Batches : IDisposable
{
    private readonly Tensor pixels; // N x C x H x W bytes
    private readonly Tensor labels; // N
    private readonly Tensor mean; // C x 1 x 1
    private readonly Tensor scale; // C x 1 x 1

    public Batches(ImageSet images, ChannelStatistics statistics, ComputeDevice device = default)
    {
        using var scope = NewDisposeScope();
        var (channels, height, width) = images.Shape;
        pixels = device.Take(tensor(images.Pixels, [images.Count, channels, height, width], uint8)).MoveToOuterDisposeScope();
        labels = device.Take(tensor(images.Labels, int64)).MoveToOuterDisposeScope();
        mean = device.Take(tensor(statistics.Mean.Select(m => (float)(255 * m)).ToArray()).view(channels, 1, 1)).MoveToOuterDisposeScope();
        scale = device.Take(tensor(statistics.Deviation.Select(d => (float)(1 / (255 * d))).ToArray()).view(channels, 1, 1)).MoveToOuterDisposeScope();
        (Labels, Size, Device) = (images.Labels, (height, width), device);
    }

    /// <summary>Where the batches are.</summary>
    public ComputeDevice Device { get; }

    /// <summary>Rows and columns of the images.</summary>
    public (int Height, int Width) Size { get; }

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
        var index = Device.Take(tensor(places.ToArray(), int64));
        var images = pixels.index_select(0, index);
        return scope.MoveToOuter(
            ChannelsLast.Of(variations.Count > 0 ? Varied(images, variations) : Normalised(images)), labels.index_select(0, index));
    }

    /// <summary>Bytes are moved, a quarter of the floats; the edge is no byte, as it is 0 only once all others are normalised.</summary>
    private Tensor Varied(Tensor images, IReadOnlyList<Variation> variations)
    {
        var (n, c, h, w) = (images.shape[0], images.shape[1], images.shape[2], images.shape[3]);
        var (from, isEdge) = Variation.Sources(variations, h, w, Device);
        var moved = images.flatten(2).gather(2, from.unsqueeze(1).expand(n, c, h * w)); // N x C x HW
        return Normalised(moved.view(n, c, h, w)).masked_fill_(isEdge.view(n, 1, h, w), 0);
    }

    private Tensor Normalised(Tensor images) => images.to(float32).sub_(mean).mul_(scale);

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[pixels, labels, mean, scale])
            tensor.Dispose();
    }
}

/// <summary>The splits of a data set, each handed out in batches that are normalised by the training set.</summary>
internal sealed class Splits : IDisposable
{
    public Splits(DataSet data, ComputeDevice device)
    {
        var statistics = data.Statistics;
        (Train, Test) = (new(data.Train, statistics, device), new(data.Test, statistics, device));
        Validation = data.Validation is { } heldOut ? new(heldOut, statistics, device) : null;
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
