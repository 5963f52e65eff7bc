namespace NeuralCollapse.Measures;

/// <summary>
/// Several tests at once: rejecting what has an adjusted p of at most 5 % rejects any true hypothesis of the family in at most 5 % of all
/// experiments, whatever ties the tests have among themselves (Holm 1979).
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p values in the order given. The i-th smallest of m becomes the largest (m - j + 1) p_j of all j up to i, at most 1.
    /// </summary>
    /// <param name="pValues">Of the whole family that was declared beforehand, not of those that look well.</param>
    /// <exception cref="ArgumentException">A value is not in [0, 1].</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        var (largest, left) = (0.0, pValues.Count);
        foreach (var at in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
        {
            if (!(pValues[at] is >= 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant($"Expected p values in [0, 1], got {pValues[at]}."), nameof(pValues));
            largest = Math.Max(largest, Math.Min(1, left-- * pValues[at]));
            adjusted[at] = largest;
        }
        return adjusted;
    }
}
