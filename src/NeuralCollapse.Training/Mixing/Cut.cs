using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>A rectangle of an image that is replaced by that of another (Yun et al. 2019, algorithm A1).</summary>
/// <param name="Top">First row.</param>
/// <param name="Bottom">Row after the last.</param>
/// <param name="Left">First column.</param>
/// <param name="Right">Column after the last.</param>
internal readonly record struct Cut(int Top, int Bottom, int Left, int Right)
{
    /// <summary>The part 1 - lambda of the area, of the proportions of the image, about a uniform centre; what sticks out is cut off.</summary>
    public static Cut Draw(RandomStream random, double lambda, int height, int width)
    {
        var (rows, columns) = ((int)(height * Math.Sqrt(1 - lambda)), (int)(width * Math.Sqrt(1 - lambda)));
        var (y, x) = (random.NextIndex(height), random.NextIndex(width));
        return new(
            Math.Max(0, y - (rows / 2)), Math.Min(height, y - (rows / 2) + rows), Math.Max(0, x - (columns / 2)), Math.Min(width, x - (columns / 2) + columns));
    }

    /// <summary>Part of an image that is left of it, in [0, 1].</summary>
    public double Rest(int height, int width) => 1 - ((double)((Bottom - Top) * (Right - Left)) / (height * width));

    /// <summary>Shares of every pixel of images, each K x 1 x H x W for K rectangles: of the images themselves 0 inside and 1 outside; of the others the rest.</summary>
    public static (Tensor Own, Tensor Other) Shares(IReadOnlyList<Cut> cuts, Tensor images)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        var inside = new float[cuts.Count * height * width];
        foreach (var (at, cut) in cuts.Index())
        {
            for (var y = cut.Top; y < cut.Bottom; y++)
                inside.AsSpan((int)((((at * height) + y) * width) + cut.Left), cut.Right - cut.Left).Fill(1);
        }

        var other = ComputeDevice.Take(tensor(inside, [cuts.Count, 1, height, width]), images.device).to(images.dtype);
        return (1 - other, other);
    }
}
