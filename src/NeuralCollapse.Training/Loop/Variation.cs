using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>How one training image is varied: cut anew out of an edge of 4 zeros around it (He et al. 2016, section 4.2), and mirrored or not.</summary>
/// <param name="Down">Rows that the image moves up: what it shows at row y is what was at y + Down. -4 to 4.</param>
/// <param name="Right">Columns that it moves to the left, likewise.</param>
/// <param name="Mirrored">Whether it is mirrored left to right afterwards.</param>
public readonly record struct Variation(int Down, int Right, bool Mirrored)
{
    private const int Edge = 4;

    /// <summary>The variations of the samples at some places in an epoch: each a pure function of (seed, epoch, place). None: nothing is varied.</summary>
    public static IReadOnlyList<Variation> Draw(Augmentation augmentation, int seed, int epoch, IReadOnlyList<int> places) =>
        augmentation == Augmentation.None
            ? []
            : [.. places.Select(place => Draw(new RandomStream(seed, "augment", epoch, place), augmentation == Augmentation.CropFlip))];

    /// <summary>Where each pixel of N varied images comes from.</summary>
    /// <param name="variations">N of them.</param>
    /// <param name="height">H, rows of the images.</param>
    /// <param name="width">W, their columns.</param>
    /// <param name="device">Where it is to be known.</param>
    /// <returns>From, N x HW: the place y W + x of a pixel in its image, any where it has none. IsEdge, N x HW: whether it has none.</returns>
    internal static (Tensor From, Tensor IsEdge) Sources(IReadOnlyList<Variation> variations, long height, long width, ComputeDevice device)
    {
        using var scope = NewDisposeScope();
        Tensor Each(Func<Variation, long> value) => device.Take(tensor(variations.Select(value).ToArray())).unsqueeze(1); // N x 1
        var rows = Each(v => v.Down) + arange(height, int64, device.Torch); // N x H
        var columns = Each(v => v.Mirrored ? width - 1 + v.Right : v.Right) + (Each(v => v.Mirrored ? -1 : 1) * arange(width, int64, device.Torch)); // N x W
        var from = (rows.clamp(0, height - 1).unsqueeze(2) * width) + columns.clamp(0, width - 1).unsqueeze(1); // N x H x W
        var isEdge = IsOutside(rows, height).unsqueeze(2) | IsOutside(columns, width).unsqueeze(1);
        return scope.MoveToOuter(from.flatten(1), isEdge.flatten(1));
    }

    private static Tensor IsOutside(Tensor places, long extent) => places.lt(0) | places.ge(extent);

    private static Variation Draw(RandomStream random, bool mirrors) =>
        new(random.NextIndex((2 * Edge) + 1) - Edge, random.NextIndex((2 * Edge) + 1) - Edge, mirrors && random.NextIndex(2) == 1);
}
