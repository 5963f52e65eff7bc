namespace NeuralCollapse.Measures.Tests;

/// <summary>Losses that have closed forms, given as functions of logits.</summary>
public sealed class FindingAnyOptimum
{
    private const double Kappa = 1.5;

    public static TheoryData<int, double, double> Cases => new()
    {
        { 3, 2, 0.65 }, { 3, 20, 1 }, { 5, 20, 1 }, { 5, 20, 0.8 }, { 10, 100, 0.5 }, { 10, 0.5, 0.9 }, { 100, 1e4, 0.7 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfCrossEntropyItIsTheKnownOne(int classes, double mu, double lambda)
    {
        var model = new UnconstrainedFeatures(classes, mu);

        Same(CrossEntropyOptimum.Of(model, lambda), GeneralOptimum.Of(model, lambda, LogitOffset.None, Mixed(lambda, CrossEntropy)));
        Same(CrossEntropyOptimum.Of(model, lambda), GeneralOptimum.Of(model, lambda, LogitOffset.Free, Mixed(lambda, CrossEntropy)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfSquaredErrorItIsTheKnownOneWithAnOffsetAndWithout(int classes, double mu, double lambda)
    {
        var model = new UnconstrainedFeatures(classes, mu);
        var loss = Mixed(lambda, (z, y) => z.Select((value, c) => (c == y ? 5 : 1) * Math.Pow(value - (c == y ? Kappa : 0), 2)).Average());

        foreach (var offset in Enum.GetValues<LogitOffset>())
            Same(RescaledSquaredErrorOptimum.Of(model, lambda, 5, Kappa, MixupForm.Losses, offset), GeneralOptimum.Of(model, lambda, offset, loss));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfSquaredErrorToMixedTargetsItIsTheKnownOneToo(int classes, double mu, double lambda)
    {
        var model = new UnconstrainedFeatures(classes, mu);
        double Share(int c) => c switch { 0 => lambda, 1 => 1 - lambda, _ => 0 };
        double Loss(double[] z) => z.Select((value, c) => ((5 * Share(c)) + 1 - Share(c)) * Math.Pow(value - (Kappa * Share(c)), 2)).Average();

        foreach (var offset in Enum.GetValues<LogitOffset>())
            Same(RescaledSquaredErrorOptimum.Of(model, lambda, 5, Kappa, MixupForm.Targets, offset), GeneralOptimum.Of(model, lambda, offset, Loss));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void AShareIsOneOfTheWhole(double lambda) => Assert.Throws<ArgumentException>(
        () => GeneralOptimum.Of(new(3, 10), lambda, LogitOffset.None, Mixed(0.5, CrossEntropy)));

    [Fact]
    public void WithoutAnOffsetTheLogitsHaveNoMean()
    {
        double[] targets = [2, 1.25, -1, 0.5];

        var loss = OptimalLoss.Of(MixedOptimum.At(3, 2, 4), 4, LogitOffset.None, z => Distance(z, targets));

        Assert.Equal(Distance([1.75, 0.75, -1.25, -1.25], targets), loss, 1e-12);
    }

    /// <summary>The best shift of logits z towards targets t is the mean of t - z.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2.5)]
    [InlineData(-5.5)]
    public void AFreeOffsetLosesNoMoreThanTheDeviationsFromTheMean(double shift)
    {
        double[] deviations = [0.5, -0.25, -1, 0.75];
        var targets = new[] { 1.75, 0.75, -1.25, -1.25 }.Zip(deviations, (z, d) => z + d + shift).ToArray();

        var loss = OptimalLoss.Of(MixedOptimum.At(3, 2, 4), 4, LogitOffset.Free, z => Distance(z, targets));

        Assert.Equal(deviations.Sum(d => d * d), loss, 1e-10);
    }

    [Fact]
    public void AnOffsetChangesNoLossOfASoftmax() => Assert.Equal(
        CrossEntropy([1.75, 0.75, -1.25, -1.25], 0),
        OptimalLoss.Of(MixedOptimum.At(3, 2, 4), 4, LogitOffset.Free, z => CrossEntropy(z, 0)),
        1e-12);

    private static Func<double[], double> Mixed(double lambda, Func<double[], int, double> loss) => z => (lambda * loss(z, 0)) + ((1 - lambda) * loss(z, 1));

    private static double CrossEntropy(double[] z, int y) => Math.Log(z.Sum(Math.Exp)) - z[y];

    private static double Distance(double[] z, double[] targets) => z.Zip(targets, (a, b) => (a - b) * (a - b)).Sum();

    private static void Same(MixedOptimum expected, MixedOptimum found)
    {
        var tolerance = 1e-5 * (1 + Math.Abs(expected.Alpha));
        Assert.Equal(expected.Alpha, found.Alpha, tolerance);
        Assert.Equal(expected.Beta, found.Beta, tolerance);
        Assert.Equal(expected.Label, found.Label, 1e-5);
    }
}
