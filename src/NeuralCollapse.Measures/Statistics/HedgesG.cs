using MathNet.Numerics;

namespace NeuralCollapse.Measures;

/// <summary>
/// How far two treatments lie apart, in standard deviations between seeds: g = J(v) (m1 - m2) / s, where
/// J(v) = Gamma(v/2) / (sqrt(v/2) Gamma((v - 1)/2)) takes away what few seeds exaggerate (Hedges 1981, equation 6e).
/// </summary>
/// <remarks>
/// Infinite where the means differ and no seed differs from another. Resamples in which that happens count as such, so that with 3 paired
/// seeds, where 3 of 27 draw one seed alone, the interval may have an open side: so few do not bound a standardised effect.
/// </remarks>
public sealed record HedgesG
{
    private HedgesG(double value, Interval? interval) => (Value, Interval) = (value, interval);

    /// <summary>Positive where the first is larger.</summary>
    public double Value { get; }

    /// <summary>
    /// By a percentile bootstrap over whole seeds, which is too narrow for few: of intervals at 95 %, 74 to 88 % hold the truth with 3 paired
    /// seeds and 83 to 86 % with 5 (simulated, normal values, g from 0 to 3). It shows a size's uncertainty and decides nothing.
    /// </summary>
    public Interval? Interval { get; }

    /// <summary>
    /// Of the same seeds. s is the root of the mean of both variances, so that g does not grow with the correlation of the pairs (d_av of
    /// Cumming 2012). The variances are correlated as the values are; Satterthwaite's v for their mean is
    /// (n - 1)(s1^2 + s2^2)^2 / (s1^4 + s2^4 + 2 cov^2), which is 2 (n - 1)/(1 + r^2) where they are equal (Cousineau 2020).
    /// </summary>
    /// <returns>Null for fewer than 3 seeds, and where all values are equal: 0 / 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level of the interval is not in (0, 1).</exception>
    public static HedgesG? Of(SeedPairs pairs, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        Replicates Drawn(Replicates all, int[] indices) => new(indices.Select(i => all.Values[i]));
        return pairs.First.N >= Estimate.FewestSeeds && SizeOf(pairs.First, pairs.Second) is { } value
            ? new(value, Bootstrap.Percentile(pairs.First.N, level, drawn => SizeOf(Drawn(pairs.First, drawn), Drawn(pairs.Second, drawn))))
            : null;
    }

    private static double? SizeOf(Replicates first, Replicates second)
    {
        var (u, v) = (Variance(first), Variance(second));
        var difference = first.Mean - second.Mean;
        if (u + v == 0)
            return difference == 0 ? null : difference * double.PositiveInfinity;
        var covariance = (u + v - Variance(new(first.Values.Zip(second.Values, (a, b) => a - b)))) / 2;
        var freedom = (first.N - 1) * (u + v) * (u + v) / ((u * u) + (v * v) + (2 * covariance * covariance));
        return Correction(freedom) * difference / Math.Sqrt((u + v) / 2);
    }

    private static double Variance(Replicates values) => values.Deviation!.Value * values.Deviation.Value;

    private static double Correction(double freedom) =>
        Math.Exp(SpecialFunctions.GammaLn(freedom / 2) - SpecialFunctions.GammaLn((freedom - 1) / 2)) / Math.Sqrt(freedom / 2);
}
