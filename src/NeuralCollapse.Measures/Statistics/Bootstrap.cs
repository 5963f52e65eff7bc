namespace NeuralCollapse.Measures;

/// <summary>
/// Percentile intervals from resampling whole seeds with replacement (Efron 1979).
/// </summary>
/// <remarks>
/// All n^n equally likely resamples are counted for up to 8 seeds, which needs no random number: the order in which seeds are drawn does not
/// matter, so of 5 seeds there are 126, and of 8 there are 6,435. Of more seeds, resamples are drawn by SplitMix64 (Steele et al. 2014) from
/// a counter that begins at 0, the same ones each time.
/// </remarks>
internal static class Bootstrap
{
    private const int MostCounted = 8;

    private const int Drawn = 19_999;

    /// <summary>The smallest and the largest value beyond which (1 - level) / 2 of the resamples lie.</summary>
    /// <param name="seeds">How many there are.</param>
    /// <param name="level">In (0, 1).</param>
    /// <param name="statistic">Of the seeds drawn, as indices; may be infinite. Null where it is undefined: that resample is left out.</param>
    /// <returns>Null where it is undefined for all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public static Interval? Percentile(int seeds, double level, Func<int[], double?> statistic)
    {
        Estimate.RequireLevel(level);
        List<(double Value, long Count)> values = [];
        foreach (var (indices, count) in seeds <= MostCounted ? Ascending(seeds, seeds).Select(indices => (indices, Orders(indices))) : Random(seeds))
        {
            if (statistic(indices) is { } value)
                values.Add((value, count));
        }
        if (values.Count == 0)
            return null;
        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        var rank = (1 - level) / 2 * values.Sum(value => value.Count);
        return new(At(values, rank), At(values.AsEnumerable().Reverse(), rank));
    }

    /// <summary>The first value at which so many resamples have gone by.</summary>
    private static double At(IEnumerable<(double Value, long Count)> values, double rank)
    {
        var passed = 0L;
        return values.First(value => (passed += value.Count) >= rank).Value;
    }

    /// <summary>All non-descending lists of so many of the indices 0 .. n - 1.</summary>
    private static IEnumerable<int[]> Ascending(int n, int length) => length == 0 ? [[]] : Ascending(n, length - 1)
        .SelectMany(list => Enumerable.Range(list.LastOrDefault(), n - list.LastOrDefault()).Select(next => (int[])[.. list, next]));

    /// <summary>In how many orders a list can be drawn: n! over the product of the k! of what comes k times.</summary>
    private static long Orders(int[] ascending)
    {
        var (orders, times) = (1L, 0);
        for (var i = 0; i < ascending.Length; i++)
        {
            times = i > 0 && ascending[i] == ascending[i - 1] ? times + 1 : 1;
            orders = orders * (i + 1) / times;
        }
        return orders;
    }

    private static IEnumerable<(int[] Indices, long Count)> Random(int seeds)
    {
        var counter = 0UL;
        int Next() => (int)Math.BigMul(Bits(counter++), (ulong)seeds, out _);
        for (var draw = 0; draw < Drawn; draw++)
            yield return ([.. Enumerable.Range(0, seeds).Select(_ => Next())], 1);
    }

    private static ulong Bits(ulong counter)
    {
        unchecked
        {
            var z = (counter + 1) * 0x9e3779b97f4a7c15;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }
    }
}
