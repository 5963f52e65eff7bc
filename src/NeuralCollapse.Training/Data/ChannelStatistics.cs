namespace NeuralCollapse.Training;

/// <summary>Mean and (population) standard deviation of each channel, in units of full intensity: 0 to 1.</summary>
public sealed record ChannelStatistics(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    /// <summary>Exact integer sums, so the result does not depend on the order of the pixels. A constant channel gets deviation 1.</summary>
    public static ChannelStatistics Of(ImageSet images)
    {
        var (channels, height, width) = images.Shape;
        var sum = new long[channels];
        var squares = new long[channels];
        var plane = height * width;
        for (var start = 0; start < images.Pixels.Length; start += plane)
        {
            var channel = start / plane % channels;
            foreach (var pixel in images.Pixels.AsSpan(start, plane))
            {
                sum[channel] += pixel;
                squares[channel] += pixel * pixel;
            }
        }

        var count = (double)images.Count * plane;
        var mean = sum.Select(s => s / count / 255).ToArray();
        var deviation = squares.Zip(mean, (s, m) => Math.Sqrt((s / count / (255 * 255)) - (m * m))).Select(d => d > 0 ? d : 1).ToArray();
        return new(mean, deviation);
    }
}
