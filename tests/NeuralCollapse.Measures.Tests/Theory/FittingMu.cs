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
    public void NoMuExplainsAnAlphaBeyondWhatTheLossAsksFor() =>
        Assert.Equal(double.NaN, FittedMu.Of(mu => SquaredErrorOptimum.Of(new(Classes, mu), 1, 5), 5.01));

    /// <summary>As before training, when the features have not grown yet.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void NoMuExplainsAnAlphaThatIsTooSmall(string loss, Func<double, MixedOptimum> optimum)
    {
        Assert.NotEmpty(loss);
        Assert.Equal(double.NaN, FittedMu.Of(optimum, 0.0008));
    }

    /// <summary>Under the absolute error features reach their target at one mu and stay there.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(5 + 1e-12)]
    [InlineData(5 - 1e-12)]
    public void WhereTheOptimumLevelsOffTheLargestMuIsTaken(double alpha) =>
        Assert.Equal(FittedMu.Most, FittedMu.Of(mu => AbsoluteErrorOptimum.Of(new(Classes, mu), 1, 5, MixupForm.Losses), alpha));

    /// <summary>Features that snap to their target at one mu are left just short of it by none.</summary>
    [Fact]
    public void NoMuExplainsAnAlphaThatTheOptimumJumpsPast()
    {
        MixedOptimum Jumping(double mu) => MixedOptimum(mu < 7 ? 0 : 5);

        Assert.Equal(double.NaN, FittedMu.Of(Jumping, 4.9));
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
