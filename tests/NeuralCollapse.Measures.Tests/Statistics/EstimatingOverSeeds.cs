namespace NeuralCollapse.Measures.Tests;

/// <summary>Values by R 4.2.2; tails, mean and t test by SciPy 1.10.1 as well, whose quantiles have no more than 9 digits.</summary>
public class EstimatingOverSeeds
{
    private static readonly Replicates Five = new(2.31, 2.05, 2.48, 2.19, 2.27);

    [Fact]
    public void MeanAndUnbiasedDeviation()
    {
        Assert.Equal(5, Five.N);
        Assert.Equal(2.26, Five.Mean, 1e-14);
        Assert.Equal(0.15811388300841903, Five.Deviation!.Value, 1e-14); // sd(a)
    }

    [Theory] // t.test(a, conf.level = level)$conf.int
    [InlineData(0.95, 2.0636756838522436, 2.4563243161477555)]
    [InlineData(0.90, 2.1092556680937675, 2.4107443319062321)]
    public void TheIntervalOfAMean(double level, double low, double high) => Near(low, high, Five.Estimate.ConfidenceInterval(level));

    [Fact]
    public void TheUsualLevelIs95Percent() => Assert.Equal(Five.Estimate.ConfidenceInterval(0.95), Five.Estimate.ConfidenceInterval());

    [Fact] // t.test(a, mu = 2)$p.value
    public void AMeanAgainstAValue() => Assert.Equal(0.021260746902662463, Five.Estimate.DifferencePValue(2)!.Value, 1e-14);

    [Theory] // qt(0.5 + level / 2, freedom)
    [InlineData(0.95, 1, 12.706204736174694)]
    [InlineData(0.95, 2, 4.3026527297494619)]
    [InlineData(0.90, 4, 2.131846786326649)]
    [InlineData(0.999, 1, 636.6192487687897)]
    [InlineData(0.9999, 1, 6366.1976713166368)]
    [InlineData(0.99, 3.7, 4.8692522532278284)]
    [InlineData(0.5, 1000, 0.67473516460700933)]
    [InlineData(0.95, 1000, 1.9623390808264076)]
    public void QuantilesOfStudent(double level, double freedom, double t) => Assert.Equal(1, Tails.StudentQuantile(level, freedom) / t, 1e-12);

    [Theory] // 2 * pt(-abs(t), freedom)
    [InlineData(63.6567, 1, 0.01000000646532115)]
    [InlineData(1e4, 1, 6.366197702455153e-05)]
    [InlineData(-12, 7.3, 4.5557852295705455e-06)]
    [InlineData(40, 4, 2.3340163226012694e-06)]
    [InlineData(1e-3, 5, 0.9992407867721976)]
    public void TailsOfStudent(double t, double freedom, double p) => Assert.Equal(1, Tails.StudentBeyond(t, freedom) / p, 1e-12);

    [Theory] // pf(f, between, within, lower.tail = FALSE)
    [InlineData(3.2, 2, 9, 0.0891760124418075)]
    [InlineData(500, 3, 48, 3.451265109000187e-36)]
    [InlineData(0.01, 6, 12, 0.9999932315962698)]
    [InlineData(5e4, 1, 4, 2.3996800335967745e-09)]
    [InlineData(0, 2, 9, 1)]
    [InlineData(double.PositiveInfinity, 2, 9, 0)]
    public void TailsOfFisher(double f, double between, double within, double p) =>
        Assert.Equal(p, Tails.FisherAbove(f, between, within), Math.Max(p, double.Epsilon) * 1e-12);

    [Theory]
    [InlineData(0.5, 2 / 1.4142135623730951 / 1.7320508075688772)]
    [InlineData(0.9, 2.9199855803537256)]
    public void With2DegreesOfFreedomTheQuantileHasAClosedForm(double level, double t)
    {
        Assert.Equal(t, Math.Sqrt(2 * level * level / (1 - (level * level))), 1e-12);
        Assert.Equal(t, Tails.StudentQuantile(level, 2), 1e-12);
    }

    [Fact]
    public void AShiftAndAScaleGoWithTheValues()
    {
        var moved = new Replicates(Five.Values.Select(value => (-3 * value) + 100)).Estimate;
        var before = Five.Estimate.ConfidenceInterval()!.Value;

        Assert.Equal(100 - (3 * 2.26), moved.Value, 1e-12);
        Near(100 - (3 * before.High), 100 - (3 * before.Low), moved.ConfidenceInterval());
        Assert.Equal(Five.Estimate.DifferencePValue(2)!.Value, moved.DifferencePValue(94)!.Value, 1e-12);
    }

    [Fact]
    public void TheOrderOfSeedsDoesNotMatter()
    {
        var turned = new Replicates(Five.Values.Reverse()).Estimate;

        Assert.Equal(Five.Estimate.Value, turned.Value, 1e-14);
        Assert.Equal(Five.Estimate.StandardError!.Value, turned.StandardError!.Value, 1e-14);
    }

    [Fact]
    public void TheIntervalOfALevelEndsWherePIsTheRest()
    {
        var interval = Five.Estimate.ConfidenceInterval(0.8)!.Value;

        Assert.Equal(0.2, Five.Estimate.DifferencePValue(interval.Low)!.Value, 1e-12);
        Assert.Equal(0.2, Five.Estimate.DifferencePValue(interval.High)!.Value, 1e-12);
    }

    [Fact]
    public void OneSeedHasAValueAndNothingElse()
    {
        var one = new Replicates(0.25);

        Assert.Equal((0.25, null, 1), (one.Mean, one.Deviation, one.N));
        Assert.Null(one.Estimate.ConfidenceInterval());
        Assert.Null(one.Estimate.DifferencePValue(0));
        Assert.Null(one.Estimate.EquivalencePValue(new(0, 1)));
    }

    [Fact]
    public void SeedsThatAgreeHaveAnIntervalWithoutWidth()
    {
        var equal = new Replicates(0.1, 0.1, 0.1).Estimate; // whose sum divided by 3 is not 0.1

        Assert.Equal(new Interval(0.1, 0.1), equal.ConfidenceInterval());
        Assert.Equal(0, equal.DifferencePValue(0));
        Assert.Null(equal.DifferencePValue(0.1));
        Assert.Equal(0, equal.EquivalencePValue(new(0, 0.2)));
        Assert.Equal(1, equal.EquivalencePValue(new(0.2, double.PositiveInfinity)));
        Assert.Null(equal.EquivalencePValue(new(0.1, 0.2)));
    }

    [Fact]
    public void NoSeedIsAnError() => Rejected("at least one seed, got none", () => new Replicates());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void WhatIsNotFiniteIsAnError(double value)
    {
        Rejected("Expected finite values", () => new Replicates(1, value));
        Rejected("Expected a finite value to test against", () => Five.Estimate.DifferencePValue(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void ALevelOutsideOf0And1IsAnError(double level) =>
        Rejected("between 0 and 1, such as 0.95", () => Five.Estimate.ConfidenceInterval(level));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    public void AnIntervalBeginsAtItsLowerEnd(double low, double high) => Rejected("lower end first", () => new Interval(low, high));

    internal static void Near(double low, double high, Interval? actual)
    {
        Assert.Equal(low, actual!.Value.Low, 1e-11);
        Assert.Equal(high, actual.Value.High, 1e-11);
    }

    internal static void Rejected(string fragment, Func<object?> act) =>
        Assert.Contains(fragment, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
