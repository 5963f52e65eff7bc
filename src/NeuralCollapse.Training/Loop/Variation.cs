using NeuralCollapse.Specs;

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

    /// <summary>Varies one image.</summary>
    /// <param name="image">C x H x W, normalised.</param>
    /// <param name="varied">C x H x W, all zero.</param>
    /// <param name="shape">C, H and W.</param>
    public void Apply(ReadOnlySpan<float> image, Span<float> varied, ImageShape shape)
    {
        var (channels, height, width) = shape;
        for (var row = 0; row < channels * height; row++)
        {
            var from = (row % height) + Down;
            if (from < 0 || from >= height)
                continue;
            var source = image.Slice((row + Down) * width, width);
            var target = varied.Slice(row * width, width);
            for (var x = Math.Max(0, -Right); x < Math.Min(width, width - Right); x++)
                target[Mirrored ? width - 1 - x : x] = source[x + Right];
        }
    }

    private static Variation Draw(RandomStream random, bool mirrors) =>
        new(random.NextIndex((2 * Edge) + 1) - Edge, random.NextIndex((2 * Edge) + 1) - Edge, mirrors && random.NextIndex(2) == 1);
}
