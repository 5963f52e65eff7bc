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
    public void OfFivePairs() => Same(0.6929488346306603, 0.10901851389849379, 2.0244531488089867, Paired(X, Y));

    [Fact]
    public void OfThreePairsWhereOneSeedAloneMayBeDrawn()
    {
        Same(0.3160155049904085, double.NegativeInfinity, double.PositiveInfinity, Paired(X[..3], Y[..3]));
        Same(0.3160155049904085, -0.1998618773826255, 0.9359926578513944, Paired(X[..3], Y[..3], 0.8));
    }

    [Fact]
    public void OfThreeAndThree() =>
        Same(0.42031488221768293, -2.1405443378604123, 5.211760126964493, HedgesG.Unpaired(new(X[..3]), new(Y[..3])));

    [Fact]
    public void OfFiveAndFive() => // of 9,765,625 resamples
        Same(0.7401727819156763, -0.3373217242359213, 2.587997850120341, HedgesG.Unpaired(new(X), new(Y)));

    [Fact]
    public void TwoPairedGroupsOfUncorrelatedEqualVarianceAreAsUnpaired()
    {
        double[] first = [1, 1, -1, -1], second = [4, 2, 4, 2];

        // v is 2 (n - 1) there, and s^2 the pooled variance.
        Assert.Equal(HedgesG.Unpaired(new(first), new(second))!.Value, Paired(first, second)!.Value, 1e-13);
    }

    [Fact]
    public void WherePairsDifferByAConstantVIsHalfOfThat()
    {
        double[] first = [1, 2, 3]; // deviation 1; J(2) = 1 / sqrt(pi)

        Assert.Equal(-5 / Math.Sqrt(Math.PI), Paired(first, [6, 7, 8])!.Value, 1e-13);
        Assert.Equal(Paired(first, [6, 7, 8])!.Value, Paired(first, [8, 7, 6])!.Value, 1e-13); // r = -1 is as far from 0
    }

    [Fact]
    public void AShiftAndAScaleChangeNothingAndAReflectionTheSign()
    {
        double[] x = [.. X.Select(v => (-20 * v) + 3)], y = [.. Y.Select(v => (-20 * v) + 3)];

        Mirrored(Paired(X, Y)!, Paired(x, y)!);
        Mirrored(Paired(X, Y)!, Paired(Y, X)!);
        Mirrored(HedgesG.Unpaired(new(X[..4]), new(Y[..3]))!, HedgesG.Unpaired(new(x[..4]), new(y[..3]))!);
    }

    [Fact]
    public void TheOrderOfSeedsDoesNotMatter()
    {
        double[] x = [.. X.Reverse()], y = [.. Y.Reverse()];
        var expected = Paired(X, Y)!;

        Same(expected.Value, expected.Interval!.Value.Low, expected.Interval.Value.High, Paired(x, y));
    }

    [Fact] // SplitMix64 in Python, bits(c) * 9 >> 64 for c from 0, 19,999 times nine of them
    public void MoreSeedsAreDrawnByACounter()
    {
        var interval = Bootstrap.Percentile([9], 0.9, drawn => drawn[0].Sum(i => Math.Pow(3, i)));

        Assert.Equal(new Interval(1255, 21015), interval);
    }

    [Fact]
    public void DrawingAndCountingAgree()
    {
        // The sum of one group's first indices does not care for a second group, which only makes the resamples too many to count.
        static double? Sum(IReadOnlyList<int[]> drawn) => drawn[0].Sum();
        var (counted, drawn) = (Bootstrap.Percentile([6], 0.9, Sum)!.Value, Bootstrap.Percentile([6, 9], 0.9, Sum)!.Value);

        Assert.Equal(counted.Low, drawn.Low, 1.0);
        Assert.Equal(counted.High, drawn.High, 1.0);
        Assert.Equal((8.0, 22.0), (counted.Low, counted.High)); // of 6^6 throws of 6 dice with 0 to 5 points
    }

    [Fact]
    public void WithoutAnyDeviationTheSizeIsInfiniteOrUndefined()
    {
        Assert.Equal(double.PositiveInfinity, Paired([2, 2, 2], [1, 1, 1])!.Value);
        Assert.Equal(double.NegativeInfinity, HedgesG.Unpaired(new(1, 1, 1), new(2, 2, 2))!.Value);
        Assert.Null(Paired([1, 1, 1], [1, 1, 1]));
        Assert.Null(HedgesG.Unpaired(new(1, 1, 1), new(1, 1, 1)));
    }

    [Fact]
    public void BelowThreeSeedsThereIsNone()
    {
        Assert.Null(Paired(X[..2], Y[..2]));
        Assert.Null(HedgesG.Unpaired(new(X), new(Y[..2])));
    }

    [Fact]
    public void ALevelOutsideOf0And1IsAnError() => EstimatingOverSeeds.Rejected("between 0 and 1", () => Paired(X, Y, 95));

    private static HedgesG? Paired(double[] first, double[] second, double level = 0.95) => HedgesG.Paired(ComparingSeeds.Pairs(first, second), level);

    private static void Same(double value, double low, double high, HedgesG? actual)
    {
        Assert.Equal(value, actual!.Value, 1e-12);
        Assert.Equal(low, actual.Interval!.Value.Low, 1e-11);
        Assert.Equal(high, actual.Interval.Value.High, 1e-11);
    }

    private static void Mirrored(HedgesG expected, HedgesG actual) =>
        Same(-expected.Value, -expected.Interval!.Value.High, -expected.Interval.Value.Low, actual);
}
