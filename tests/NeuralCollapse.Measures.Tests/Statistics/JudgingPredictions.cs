namespace NeuralCollapse.Measures.Tests;

public class JudgingPredictions
{
    private const double Open = double.PositiveInfinity;

    /// <summary>Mean 2.26; the interval at 90 % is [2.109, 2.411], that at 95 % [2.064, 2.456].</summary>
    private static readonly Estimate Five = new Replicates(2.31, 2.05, 2.48, 2.19, 2.27).Estimate;

    [Theory] // statsmodels 0.13.5: DescrStatsW(a).ttost_mean(low, high)[0]
    [InlineData(2.0, 2.5, 0.013712876070253647)]
    [InlineData(2.1, 2.4, 0.05940766482575947)]
    public void EquivalenceOfAMean(double low, double high, double p) => Assert.Equal(p, Five.EquivalencePValue(new(low, high))!.Value, 1e-14);

    [Fact] // ttost_paired(a, b, 1.0, 1.5)[0]
    public void EquivalenceOfPairs() => Assert.Equal(
        0.004547418604572206,
        ComparingSeeds.Pairs([2.31, 2.05, 2.48, 2.19, 2.27], [1.04, 0.93, 1.11, 1.07, 0.98]).Difference.EquivalencePValue(new(1, 1.5))!.Value,
        1e-14);

    [Theory]
    [InlineData(2.10, 2.42, 0, Verdict.Met)]
    [InlineData(2.10, 2.40, 0, Verdict.Undecided)]
    [InlineData(2.10, 2.40, 0.02, Verdict.Met)]
    [InlineData(2.26, 2.26, 0.16, Verdict.Met)]
    [InlineData(2.26, 2.26, 0.14, Verdict.Undecided)]
    [InlineData(2.26, 2.26, 0, Verdict.Undecided)]
    [InlineData(2.10, Open, 0, Verdict.Met)]
    [InlineData(2.12, Open, 0, Verdict.Undecided)]
    [InlineData(2.44, Open, 0, Verdict.Undecided)]
    [InlineData(2.46, Open, 0, Verdict.NotMet)]
    [InlineData(2.46, Open, 0.01, Verdict.Undecided)]
    [InlineData(-Open, 2.06, 0, Verdict.NotMet)]
    [InlineData(-Open, Open, 0, Verdict.Met)]
    [InlineData(1, 2, 0, Verdict.NotMet)]
    [InlineData(1, 2, 0.1, Verdict.Undecided)]
    public void MetInsideAt90PercentNotMetOutsideAt95(double low, double high, double margin, Verdict verdict) =>
        Assert.Equal(verdict, Five.Judge(new(low, high), margin));

    [Fact]
    public void MetIsEquivalenceAt5Percent()
    {
        var random = new Random(1);
        var met = 0;
        for (var i = 0; i < 300; i++)
        {
            var estimate = Normal(random, 5);
            var range = new Interval(-random.NextDouble() * 2, random.NextDouble() * 2);
            var isMet = estimate.Judge(range) == Verdict.Met;
            met += isMet ? 1 : 0;

            Assert.Equal(estimate.EquivalencePValue(range) <= 0.05, isMet);
        }
        Assert.InRange(met, 50, 250);
    }

    [Fact]
    public void AnOrderIsNotMetWhereItsTwoSidedTestRejectsItOnTheOtherSide()
    {
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var estimate = Normal(random, 4);

            Assert.Equal(estimate.Value < 0 && estimate.DifferencePValue(0) < 0.05, estimate.Judge(new(0, Open)) == Verdict.NotMet);
        }
    }

    [Fact]
    public void AtTheEdgeOfTheRange5PercentAreMetAnd2Point5NotMet()
    {
        var random = new Random(3);
        var verdicts = Enumerable.Range(0, 4000).Select(_ => Normal(random, 3).Judge(new(0, Open))).ToList();

        // Three standard errors of a share of 4000.
        Assert.Equal(0.05, verdicts.Count(verdict => verdict == Verdict.Met) / 4000.0, 0.0104);
        Assert.Equal(0.025, verdicts.Count(verdict => verdict == Verdict.NotMet) / 4000.0, 0.0075);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void BelowThreeSeedsNothingIsDecided(int n)
    {
        var estimate = new Replicates(Enumerable.Range(0, n).Select(i => 1 + (1e-9 * i))).Estimate;

        Assert.Equal(Verdict.Undecided, estimate.Judge(new(-Open, Open)));
        Assert.Equal(Verdict.Undecided, estimate.Judge(new(5, 6)));
    }

    [Theory]
    [InlineData(1, 2, Verdict.Met)]
    [InlineData(0, 1, Verdict.Met)]
    [InlineData(1, 1, Verdict.Met)]
    [InlineData(1.001, 2, Verdict.NotMet)]
    public void SeedsThatAgreeAreThatNumber(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, new Replicates(1, 1, 1).Estimate.Judge(new(low, high)));

    [Theory]
    [InlineData(1.0, 0.9)]
    [InlineData(1.1, 0.1)]
    [InlineData(2.2, 0.05)]
    [InlineData(2.2, 0.1)]
    [InlineData(3.0, 0.2)]
    public void ARatioAndItsInverseAreJudgedAlike(double expected, double margin)
    {
        double[] a = [2.31, 2.05, 2.48, 2.19, 2.27], b = [1.04, 0.93, 1.11, 1.07, 0.98];

        Assert.Equal(
            ComparingSeeds.Pairs(a, b).Ratio.Judge(new(expected, expected), margin),
            ComparingSeeds.Pairs(b, a).Ratio.Judge(new(1 / expected, 1 / expected), margin));
    }

    [Theory] // the ratio is 2.203, at 90 % within [2.106, 2.304]
    [InlineData(2, 2, 0.16, Verdict.Met)]
    [InlineData(2, 2, 0.14, Verdict.Undecided)]
    [InlineData(2.4, 2.4, 0.15, Verdict.Met)]
    [InlineData(2.4, 2.4, 0.13, Verdict.Undecided)]
    [InlineData(1, 1, 0.25, Verdict.NotMet)]
    [InlineData(-Open, 1, 0, Verdict.NotMet)]
    [InlineData(0, Open, 0, Verdict.Met)]
    public void TheMarginOfARatioIsAFactor(double low, double high, double margin, Verdict verdict) => Assert.Equal(
        verdict,
        ComparingSeeds.Pairs([2.31, 2.05, 2.48, 2.19, 2.27], [1.04, 0.93, 1.11, 1.07, 0.98]).Ratio.Judge(new(low, high), margin));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AMarginIsNotNegative(double margin) =>
        EstimatingOverSeeds.Rejected("a margin of at least 0", () => Five.Judge(new(0, 1), margin));

    private static Estimate Normal(Random random, int n) => new Replicates(Enumerable.Range(0, n).Select(_ =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))).Estimate;
}
