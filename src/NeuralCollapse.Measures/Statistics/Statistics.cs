namespace NeuralCollapse.Measures;

/// <summary>Mean and variance of a few numbers, in two passes.</summary>
internal static class Statistics
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>The mean over the unordered pairs (a, b) of different ones of so many things.</summary>
    public static double MeanOverPairs(int count, Func<int, int, double> value)
    {
        var sum = 0.0;
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
                sum += value(a, b);
        }
        return sum / (count * (count - 1.0) / 2);
    }

    /// <param name="values">At least one more than lostDegrees.</param>
    /// <param name="lostDegrees">0: biased, divided by n; 1: unbiased, divided by n - 1.</param>
    public static double Variance(ReadOnlySpan<double> values, int lostDegrees)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - lostDegrees);
    }

    public static double Deviation(ReadOnlySpan<double> values, int lostDegrees) => Math.Sqrt(Variance(values, lostDegrees));
}
