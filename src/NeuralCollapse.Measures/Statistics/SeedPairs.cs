namespace NeuralCollapse.Measures;

/// <summary>
/// One quantity under two treatments, with the same seeds: data, order and initial weights that a seed chooses act on both, and fall out of
/// their difference.
/// </summary>
public sealed class SeedPairs
{
    /// <param name="first">Values by seed.</param>
    /// <param name="second">Values by seed; what is compared is the first with the second.</param>
    /// <exception cref="ArgumentException">A seed has only one of them, there is none, or a value is not finite.</exception>
    public SeedPairs(IReadOnlyDictionary<int, double> first, IReadOnlyDictionary<int, double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        RequirePartners(first, second, "first");
        RequirePartners(second, first, "second");
        // By seed, so that rounding does not depend on the order in which cells were read.
        int[] seeds = [.. first.Keys.Order()];
        First = new([.. seeds.Select(seed => first[seed])]);
        Second = new([.. seeds.Select(seed => second[seed])]);
    }

    /// <summary>By rising seed.</summary>
    public Replicates First { get; }

    /// <summary>By rising seed.</summary>
    public Replicates Second { get; }

    /// <summary>The mean over seeds of first less second, as in the paired t test.</summary>
    public Estimate Difference => new Replicates(First.Values.Zip(Second.Values, (a, b) => a - b)).Estimate;

    /// <summary>
    /// The geometric mean over seeds of first / second. The interval is that of the mean logarithm, put back: what multiplies a quantity is
    /// additive there, and first and second may be swapped.
    /// </summary>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public Estimate Ratio
    {
        get
        {
            foreach (var value in First.Values.Concat(Second.Values))
            {
                if (value <= 0)
                    throw new ArgumentException(FormattableString.Invariant($"Expected positive values for a ratio, got {value}."));
            }
            return new Replicates(First.Values.Zip(Second.Values, (a, b) => Math.Log(a) - Math.Log(b))).Estimate with { IsRatio = true };
        }
    }

    private static void RequirePartners(IReadOnlyDictionary<int, double> these, IReadOnlyDictionary<int, double> those, string which)
    {
        int[] alone = [.. these.Keys.Where(seed => !those.ContainsKey(seed)).Order()];
        if (alone.Length > 0)
            throw new ArgumentException($"Expected the same seeds in both, got {string.Join(", ", alone)} only in the {which}.");
    }
}
