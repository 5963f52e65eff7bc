namespace NeuralCollapse.Measures.Tests;

public class FittingMu
{
    private const int Classes = 10;

    public static TheoryData<string, Func<double, MixedOptimum>> Losses => new()
    {
        { "cross-entropy", mu => CrossEntropyOptimum.Of(new(Classes, mu), 1) },
        { "focal", mu => FocalOptimum.Of(new(Classes, mu), 1, 3) },
        { "squared error", mu => SquaredErrorOptimum.Of(new(Classes, mu), 1, 5) },
        { "smooth absolute error", mu => SmoothAbsoluteErrorOptimum.Of(new(Classes, mu), 1, 5, 1, MixupForm.Losses) },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void TheMuThatGaveAnAlphaIsFoundAgain(string loss, Func<double, MixedOptimum> optimum)
    {
        Assert.NotEmpty(loss);
        Assert.All((double[])[0.5, 3, 20], mu => Assert.Equal(1, FittedMu.Of(optimum, optimum(mu).Alpha) / mu, 1e-5));
    }

    /// <summary>No decay makes squared error overshoot its target.</summary>
    [Fact]
    public void AnAlphaBeyondWhatTheLossAsksForIsThatOfTheLargestMu() =>
        Assert.Equal(FittedMu.Most, FittedMu.Of(mu => SquaredErrorOptimum.Of(new(Classes, mu), 1, 5), 5.01));

    /// <summary>Features under the absolute error snap to their target at one mu; no mu leaves them just short of it.</summary>
    [Fact]
    public void AnAlphaThatTheOptimumJumpsPastIsThatOfTheLargestMu()
    {
        MixedOptimum Jumping(double mu) => MixedOptimum(mu < 7 ? 0 : 5);

        Assert.Equal(FittedMu.Most, FittedMu.Of(Jumping, 4.9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NoMuExplainsAnAlphaThatIsNotPositive(double alpha) =>
        Assert.Equal(double.NaN, FittedMu.Of(mu => CrossEntropyOptimum.Of(new(Classes, mu), 1), alpha));

    private static MixedOptimum MixedOptimum(double alpha) => new() { Label = 1, Partner = 0, Rest = 0, Alpha = alpha, Beta = 0 };
}
