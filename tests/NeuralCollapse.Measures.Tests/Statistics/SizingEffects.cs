namespace NeuralCollapse.Measures.Tests;

/// <summary>
/// Values by NumPy and scipy.special.gammaln after the formulas, every one of the n^n resamples from itertools.product(range(n), repeat=n)
/// and the ceil(0.025 n^n)-th from either end.
/// </summary>
public class SizingEffects
{
    private static readonly double[] X = [0.61, 0.74, 0.52, 0.83, 0.66];
    private static readonly double[] Y = [0.55, 0.62, 0.57, 0.71, 0.49];

    [Fact]
    public void OfFivePairs() => Same(0.6929488346306603, 0.10901851389849379, 2.0244531488089867, Size(X, Y));

    [Fact]
    public void OfThreePairsWhereOneSeedAloneMayBeDrawn()
    {
        Same(0.3160155049904085, double.NegativeInfinity, double.PositiveInfinity, Size(X[..3], Y[..3]));
        Same(0.3160155049904085, -0.1998618773826255, 0.9359926578513944, Size(X[..3], Y[..3], 0.8));
    }

    [Fact]
    public void OfUncorrelatedEqualVariancesItIsPooledAsOfTwoGroups()
    {
        double[] first = [1, 1, -1, -1], second = [4, 2, 4, 2]; // both of variance 4/3; v is 2 (n - 1), and J(6) is Gamma(3) / (sqrt(3) Gamma(5/2))

        Assert.Equal(-3 / Math.Sqrt(4 / 3.0) * 2 / (Math.Sqrt(3) * 0.75 * Math.Sqrt(Math.PI)), Size(first, second)!.Value, 1e-13);
    }

    [Fact]
    public void WherePairsDifferByAConstantVIsHalfOfThat()
    {
        double[] first = [1, 2, 3]; // deviation 1; J(2) = 1 / sqrt(pi)

        Assert.Equal(-5 / Math.Sqrt(Math.PI), Size(first, [6, 7, 8])!.Value, 1e-13);
        Assert.Equal(Size(first, [6, 7, 8])!.Value, Size(first, [8, 7, 6])!.Value, 1e-13); // r = -1 is as far from 0
    }

    [Fact]
    public void AShiftAndAScaleChangeNothingAndAReflectionTheSign()
    {
        double[] x = [.. X.Select(v => (-20 * v) + 3)], y = [.. Y.Select(v => (-20 * v) + 3)];

        Mirrored(Size(X, Y)!, Size(x, y)!);
        Mirrored(Size(X, Y)!, Size(Y, X)!);
    }

    [Fact]
    public void TheOrderOfSeedsDoesNotMatter()
    {
        double[] x = [.. X.Reverse()], y = [.. Y.Reverse()];
        var expected = Size(X, Y)!;

        Same(expected.Value, expected.Interval!.Value.Low, expected.Interval.Value.High, Size(x, y));
    }

    [Fact] // SplitMix64 in Python, bits(c) * 9 >> 64 for c from 0, 19,999 times nine of them
    public void MoreSeedsAreDrawnByACounter()
    {
        var interval = Bootstrap.Percentile(9, 0.9, drawn => drawn.Sum(i => Math.Pow(3, i)));

        Assert.Equal(new Interval(1255, 21015), interval);
    }

    [Theory]
    [InlineData(6, 8, 22)] // of 6^6 throws of 6 dice with 0 to 5 points
    [InlineData(9, 23, 49)] // drawn; of 9^9 throws of 9 dice with 0 to 8 points
    public void DrawnAndCountedAreTheQuantilesOfAllResamples(int seeds, double low, double high)
    {
        var ways = Enumerable.Range(0, seeds).Aggregate((long[])[1], (before, _) =>
            [.. Enumerable.Range(0, before.Length + seeds - 1).Select(sum => Enumerable.Range(0, seeds).Sum(die => sum >= die && sum - die < before.Length ? before[sum - die] : 0))]);
        var below = Enumerable.Range(0, ways.Length).First(sum => ways.Take(sum + 1).Sum() >= 0.05 * ways.Sum());

        var interval = Bootstrap.Percentile(seeds, 0.9, drawn => drawn.Sum());

        Assert.Equal((low, high), (below, (seeds * (seeds - 1)) - below));
        Assert.Equal(new Interval(low, high), interval);
    }

    [Fact]
    public void WithoutAnyDeviationTheSizeIsInfiniteOrUndefined()
    {
        Assert.Equal(double.PositiveInfinity, Size([2, 2, 2], [1, 1, 1])!.Value);
        Assert.Equal(double.NegativeInfinity, Size([1, 1, 1], [2, 2, 2])!.Value);
        Assert.Null(Size([1, 1, 1], [1, 1, 1]));
    }

    [Fact]
    public void BelowThreeSeedsThereIsNone() => Assert.Null(Size(X[..2], Y[..2]));

    [Fact]
    public void ALevelOutsideOf0And1IsAnError() => EstimatingOverSeeds.Rejected("between 0 and 1", () => Size(X, Y, 95));

    private static HedgesG? Size(double[] first, double[] second, double level = 0.95) => HedgesG.Of(ComparingSeeds.Pairs(first, second), level);

    private static void Same(double value, double low, double high, HedgesG? actual)
    {
        Assert.Equal(value, actual!.Value, 1e-12);
        Assert.Equal(low, actual.Interval!.Value.Low, 1e-11);
        Assert.Equal(high, actual.Interval.Value.High, 1e-11);
    }

    private static void Mirrored(HedgesG expected, HedgesG actual) =>
        Same(-expected.Value, -expected.Interval!.Value.High, -expected.Interval.Value.Low, actual);
}
