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
}
