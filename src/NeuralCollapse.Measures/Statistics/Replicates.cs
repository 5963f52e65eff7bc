namespace NeuralCollapse.Measures;

/// <summary>One quantity, measured once with each of several seeds, which are taken as independent draws of all that could have been chosen.</summary>
public sealed class Replicates
{
    /// <param name="values">One a seed, in any order.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite: what cannot be measured is for the caller to leave out.</exception>
    public Replicates(params IEnumerable<double> values)
    {
        Values = [.. values];
        if (Values.Count == 0)
            throw new ArgumentException("Expected the value of at least one seed, got none.", nameof(values));
        foreach (var value in Values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException(FormattableString.Invariant($"Expected finite values, got {value}."), nameof(values));
        }
        // Relative to one of them, so that equal values have that mean and no deviation, without rounding.
        double[] offsets = [.. Values.Select(value => value - Values[0])];
        Mean = Values[0] + Statistics.Mean(offsets);
        Deviation = N == 1 ? null : Statistics.Deviation(offsets, 1);
    }

    public IReadOnlyList<double> Values { get; }

    /// <summary>How many seeds.</summary>
    public int N => Values.Count;

    public double Mean { get; }

    /// <summary>The standard deviation between seeds, sqrt(sum of (x - mean)^2 / (n - 1)); null for one seed, which has none.</summary>
    public double? Deviation { get; }

    /// <summary>The mean with the standard error deviation / sqrt(n) at n - 1 degrees of freedom (Student 1908).</summary>
    public Estimate Estimate => new(Mean, Deviation / Math.Sqrt(N), N - 1, N);

    /// <summary>
    /// The mean of one less that of other, unpaired seeds, whose variance may differ: the standard error is sqrt(u + v) with u = s1^2/n1 and
    /// v = s2^2/n2, the degrees of freedom (u + v)^2 / (u^2/(n1 - 1) + v^2/(n2 - 1)) (Welch 1947). Where both share their seeds,
    /// <see cref="SeedPairs.Difference"/> is more precise.
    /// </summary>
    public static Estimate Difference(Replicates first, Replicates second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var n = Math.Min(first.N, second.N);
        var (u, v) = (first.Deviation * first.Deviation / first.N, second.Deviation * second.Deviation / second.N);
        // Without any variance the formula is 0 / 0; then they matter no more.
        var freedom = (u, v) switch
        {
            ({ } a, { } b) when a + b > 0 => (a + b) * (a + b) / ((a * a / (first.N - 1)) + (b * b / (second.N - 1))),
            _ => n - 1,
        };
        return new(first.Mean - second.Mean, u + v is { } variance ? Math.Sqrt(variance) : null, freedom, n);
    }
}
