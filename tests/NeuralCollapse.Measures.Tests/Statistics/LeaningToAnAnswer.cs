namespace NeuralCollapse.Measures.Tests;

public sealed class LeaningToAnAnswer
{
    [Fact]
    public void AnAnswerIsGivenJustWhereItsPIsAtMost5Percent()
    {
        var random = new Random(4);
        var given = new Dictionary<Verdict, int> { [Verdict.Met] = 0, [Verdict.NotMet] = 0, [Verdict.Undecided] = 0 };
        for (var i = 0; i < 600; i++)
        {
            var centre = (4 * random.NextDouble()) - 2;
            var estimate = new Replicates(Enumerable.Range(0, 4).Select(_ => centre + random.NextDouble())).Estimate;
            var range = new Interval(-random.NextDouble(), random.NextDouble());

            var (verdict, p) = estimate.Leaning(range, margin: 0.1);

            var judged = estimate.Judge(range, margin: 0.1);
            given[judged]++;
            Assert.Equal(judged, p <= 0.05 ? verdict : Verdict.Undecided);
            Assert.Equal(estimate.Value >= range.Low - 0.1 && estimate.Value <= range.High + 0.1, verdict == Verdict.Met);
        }

        Assert.All(given.Values, count => Assert.InRange(count, 30, 500));
    }

    [Theory]
    [InlineData(2, 5, Verdict.Met)]
    [InlineData(-1, 2, Verdict.Met)]
    [InlineData(2.1, 5, Verdict.NotMet)]
    [InlineData(-1, 1.9, Verdict.NotMet)]
    public void TheEndsBelongToTheRange(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, new Replicates(1, 2, 3).Estimate.Leaning(new(low, high)).Verdict);

    [Fact]
    public void BelowThreeSeedsThePIs1() => Assert.Equal((Verdict.Met, 1), new Replicates(1, 2).Estimate.Leaning(new(0, 5)));

    [Fact]
    public void WithoutAnyDeviationTheVeryEndIsInside() => Assert.Equal((Verdict.Met, 0), new Replicates(2, 2, 2).Estimate.Leaning(new(2, 5)));

    [Fact]
    public void NoRatioIsBelow0()
    {
        var ratio = ComparingSeeds.Pairs([2.31, 2.05, 2.48, 2.19, 2.27], [1.04, 0.93, 1.11, 1.07, 0.98]).Ratio!;

        Assert.Equal(ratio.EquivalencePValue(new(0, 2.3)), ratio.EquivalencePValue(new(-1, 2.3)));
    }

    [Theory]
    [InlineData(2, 3, false)]
    [InlineData(0, 1, false)]
    [InlineData(2.1, 3, true)]
    [InlineData(0, 0.9, true)]
    public void IntervalsThatTouchAreNotApart(double low, double high, bool apart) => Assert.Equal(apart, new Interval(1, 2).IsApartFrom(new(low, high)));
}
