namespace NeuralCollapse.Measures;

/// <summary>Mean and variance of a few numbers, in two passes.</summary>
internal static class Statistics
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum / values.Length;
    }

    /// <param name="values">At least one more than lostDegrees.</param>
    /// <param name="lostDegrees">0: biased, divided by n; 1: unbiased, divided by n - 1.</param>
    public static double Variance(ReadOnlySpan<double> values, int lostDegrees)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.Length - lostDegrees);
    }

    public static double Deviation(ReadOnlySpan<double> values, int lostDegrees) => Math.Sqrt(Variance(values, lostDegrees));
}
