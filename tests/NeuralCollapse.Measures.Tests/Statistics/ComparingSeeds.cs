namespace NeuralCollapse.Measures.Tests;

/// <summary>Values by SciPy 1.10.1.</summary>
public class ComparingSeeds
{
    private static readonly double[] A = [2.31, 2.05, 2.48, 2.19, 2.27];
    private static readonly double[] B = [1.04, 0.93, 1.11, 1.07, 0.98];

    [Fact]
    public void APairedDifference() // stats.ttest_rel(a, b)
    {
        var difference = Pairs(A, B).Difference;

        Assert.Equal((5, 4.0, false), (difference.N, difference.DegreesOfFreedom, difference.IsRatio));
        Assert.Equal(1.531676560086683e-05, difference.DifferencePValue(0)!.Value, 1e-16);
        EstimatingOverSeeds.Near(1.0966852098474293, 1.3713147901525706, difference.ConfidenceInterval());
    }

    [Fact]
    public void APairedRatio() // l = np.log(a) - np.log(b); np.exp(stats.t.interval(0.95, 4, l.mean(), stats.sem(l)))
    {
        var ratio = Pairs(A, B).Ratio;

        Assert.True(ratio.IsRatio);
        Assert.Equal(2.202762501769594, ratio.Value, 1e-13);
        EstimatingOverSeeds.Near(2.082373201759338, 2.33011192955364, ratio.ConfidenceInterval());
    }

    [Fact]
    public void TheInverseRatioHasTheInverseInterval()
    {
        var (ratio, inverse) = (Pairs(A, B).Ratio, Pairs(B, A).Ratio);
        var interval = ratio.ConfidenceInterval()!.Value;

        Assert.Equal(1, ratio.Value * inverse.Value, 1e-14);
        EstimatingOverSeeds.Near(1 / interval.High, 1 / interval.Low, inverse.ConfidenceInterval());
        Assert.Equal(ratio.DifferencePValue(2)!.Value, inverse.DifferencePValue(0.5)!.Value, 1e-13);
        Assert.Equal(ratio.EquivalencePValue(new(2, 2.5))!.Value, inverse.EquivalencePValue(new(0.4, 0.5))!.Value, 1e-13);
    }

    [Fact]
    public void AUnitFallsOutOfARatio()
    {
        var (ratio, scaled) = (Pairs(A, B).Ratio, Pairs([.. A.Select(a => 1000 * a)], [.. B.Select(b => 1000 * b)]).Ratio);

        Assert.Equal(ratio.Value, scaled.Value, 1e-13);
        Assert.Equal(ratio.StandardError!.Value, scaled.StandardError!.Value, 1e-13);
    }

    [Fact]
    public void PairsAreThoseOfOneSeedAndTheOrderOfSeedsDoesNotMatter()
    {
        var shuffled = new SeedPairs(
            new Dictionary<int, double> { [7] = 2.05, [3] = 2.31, [9] = 2.48 }, new Dictionary<int, double> { [9] = 1.11, [3] = 1.04, [7] = 0.93 });

        Assert.Equal(Pairs(A[..3], B[..3]).Difference, shuffled.Difference);
        Assert.Equal(Pairs(A[..3], B[..3]).Ratio, shuffled.Ratio);
    }

    [Fact]
    public void PairsWithoutAnyDeviationDifferForCertain()
    {
        var difference = Pairs([1, 1, 1], [0.5, 0.5, 0.5]).Difference;

        Assert.Equal(new Interval(0.5, 0.5), difference.ConfidenceInterval());
        Assert.Equal(0, difference.DifferencePValue(0));
    }

    [Fact]
    public void OnePairHasNoInterval()
    {
        var difference = Pairs([2.26], [1]).Difference;

        Assert.Equal(1, difference.N);
        Assert.Equal(1.26, difference.Value, 1e-14);
        Assert.Null(difference.ConfidenceInterval());
    }

    [Fact]
    public void SeedsWithoutAPartnerAreNamed()
    {
        var (two, three) = (new Dictionary<int, double> { [1] = 1, [2] = 1 }, new Dictionary<int, double> { [1] = 1, [5] = 1, [2] = 1, [4] = 1 });

        EstimatingOverSeeds.Rejected("the same seeds in both, got 4, 5 only in the first", () => new SeedPairs(three, two));
        EstimatingOverSeeds.Rejected("the same seeds in both, got 4, 5 only in the second", () => new SeedPairs(two, three));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ARatioNeedsPositiveValues(double value)
    {
        EstimatingOverSeeds.Rejected($"positive values for a ratio, got {value}", () => Pairs([1, 2], [1, value]).Ratio);
        EstimatingOverSeeds.Rejected($"positive values for a ratio, got {value}", () => Pairs([value, 2], [1, 1]).Ratio);
    }

    internal static SeedPairs Pairs(double[] first, double[] second) =>
        new(first.Index().ToDictionary(of => of.Index, of => of.Item), second.Index().ToDictionary(of => of.Index, of => of.Item));
}
