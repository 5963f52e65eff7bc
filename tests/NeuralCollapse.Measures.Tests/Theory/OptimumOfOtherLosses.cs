namespace NeuralCollapse.Measures.Tests;

public class OptimumOfOtherLosses
{
    private static readonly UnconstrainedFeatures Model = new(10, 100);

    private static readonly double[] Lambdas = [0, 0.2, 0.5, 0.75, 1];

    [Theory]
    [InlineData(3, 0.1)]
    [InlineData(10, 100)]
    [InlineData(100, 1e4)]
    public void FocalLossWithGamma0IsCrossEntropy(int classes, double mu) => Assert.All(Lambdas, lambda =>
        AssertSame(CrossEntropyOptimum.Of(new(classes, mu), lambda), FocalOptimum.Of(new(classes, mu), lambda, 0), 1e-10));

    [Fact]
    public void FocalLossSqueezesFeaturesTowardTheMiddle()
    {
        double Ratio(double gamma) => FocalOptimum.Of(Model, 0.75, gamma) is var at ? at.Label / at.Partner : 0;

        Assert.True(Ratio(0) > Ratio(1) && Ratio(1) > Ratio(3) && Ratio(3) > Ratio(5) && Ratio(5) > 1);
    }

    /// <summary>Probabilities that minimise lambda FL(p) + (1 - lambda) FL(1 - p) of two classes.</summary>
    [Theory]
    [InlineData(1, .7744, .65, .557)]
    [InlineData(2, .6942, .6012, .5378)]
    [InlineData(3, .6471, .5752, .5279)]
    [InlineData(5, .5974, .5492, .5182)]
    public void FocalLossPullsTwoClassesToTheMiddleWhereFeaturesCostLittle(double gamma, double at90, double at75, double at60)
    {
        double Share(double lambda) => FocalOptimum.Of(new(3, 1e6), lambda, gamma) is var at ? at.Label / (at.Label + at.Partner) : 0;

        Assert.Equal(at90, Share(.9), 1e-3);
        Assert.Equal(at75, Share(.75), 1e-3);
        Assert.Equal(at60, Share(.6), 1e-3);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 3)]
    [InlineData(100, 0.3)]
    [InlineData(1000, 5)]
    public void FocalOptimumIsStationary(double mu, double gamma) => Assert.All(Lambdas, lambda =>
    {
        var p = FocalOptimum.Of(new(10, mu), lambda, gamma);
        double Pull(double share, double q) => share == 0 ? 0 :
            share * (Math.Pow(1 - q, gamma) - (gamma * q * Math.Pow(1 - q, gamma - 1) * Math.Log(q)));
        var (label, partner) = (Pull(lambda, p.Label), Pull(1 - lambda, p.Partner));

        Assert.Equal(mu * (label - ((label + partner) * (p.Label - p.Rest))), p.Alpha, 1e-10);
        Assert.Equal(mu * (partner - ((label + partner) * (p.Partner - p.Rest))), p.Beta, 1e-10);
    });

    [Theory]
    [InlineData(3, 1, 0.5)]
    [InlineData(10, 100, 3)]
    [InlineData(10, 1e4, 10)]
    [InlineData(100, 1e4, 0.5)]
    [InlineData(1000, 1e5, 2)]
    public void FocalLossIsNowhereLowerThanAtItsOptimum(int classes, double mu, double gamma)
    {
        double Term(double p) => -Math.Pow(1 - p, gamma) * Math.Log(p);
        double Objective(double lambda, double alpha, double beta)
        {
            var (first, second) = (Math.Exp(alpha), Math.Exp(beta));
            var all = first + second + classes - 2;
            var decay = (alpha * alpha) + (beta * beta) - ((alpha + beta) * (alpha + beta) / classes);
            return (lambda * Term(first / all)) + ((1 - lambda) * Term(second / all)) + (decay / (2 * mu));
        }
        foreach (var lambda in (double[])[0.5, 0.6, 0.9, 1])
        {
            var optimum = FocalOptimum.Of(new(classes, mu), lambda, gamma);
            var least = Objective(lambda, optimum.Alpha, optimum.Beta);

            for (var alpha = -3.0; alpha < 15; alpha += 0.25)
            {
                for (var beta = -3.0; beta < 15; beta += 0.25)
                    Assert.True(Objective(lambda, alpha, beta) >= least - 1e-13);
            }
        }
    }

    [Fact]
    public void SquaredErrorLiesOnTheChord() => Assert.All(Lambdas, lambda =>
    {
        var optimum = SquaredErrorOptimum.Of(Model, lambda, 3);

        Assert.Equal(3 * lambda * 200 / 210, optimum.Alpha, 1e-14);
        Assert.Equal(3 * (1 - lambda) * 200 / 210, optimum.Beta, 1e-14);
        Assert.Equal(1, Amplification.Of(l => SquaredErrorOptimum.Of(Model, l, 3), lambda), 1e-14);
    });

    [Theory]
    [InlineData(MixupForm.Losses)]
    [InlineData(MixupForm.Targets)]
    public void RescaledSquaredErrorWithWeight1IsTheSquaredError(MixupForm form) => Assert.All(Lambdas, lambda =>
    {
        AssertSame(SquaredErrorOptimum.Of(Model, lambda, 3), RescaledSquaredErrorOptimum.Of(Model, lambda, 1, 3, form), 1e-13);
        AssertSame(
            SquaredErrorOptimum.Of(Model, lambda, 3), RescaledSquaredErrorOptimum.Of(Model, lambda, 1, 3, form, LogitOffset.None), 1e-13);
    });

    [Theory]
    [InlineData(1, MixupForm.Losses, LogitOffset.Free)]
    [InlineData(1, MixupForm.Targets, LogitOffset.Free)]
    [InlineData(2.5, MixupForm.Losses, LogitOffset.None)]
    [InlineData(2.5, MixupForm.Targets, LogitOffset.None)]
    public void WideSmoothAbsoluteErrorIsHalfTheSquaredError(double beta, MixupForm form, LogitOffset offset) =>
        Assert.All(Lambdas, lambda => AssertSame(
            SquaredErrorOptimum.Of(new(10, 100 / (2 * beta)), lambda, 1),
            SmoothAbsoluteErrorOptimum.Of(Model, lambda, 1, beta, form, offset),
            1e-12));

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(0.3, 0, 2)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.7, 2, 0)]
    [InlineData(1, 2, 0)]
    public void AbsoluteErrorSnapsToTheMajorityWhenLossesAreMixed(double lambda, double alpha, double beta)
    {
        var optimum = AbsoluteErrorOptimum.Of(Model, lambda, 2, MixupForm.Losses);

        Assert.Equal(alpha, optimum.Alpha, 1e-12);
        Assert.Equal(beta, optimum.Beta, 1e-12);
    }

    [Fact]
    public void AbsoluteErrorLiesOnTheChordWhenTargetsAreMixed() => Assert.All(Lambdas, lambda =>
    {
        var optimum = AbsoluteErrorOptimum.Of(Model, lambda, 2, MixupForm.Targets);

        Assert.Equal(2 * lambda, optimum.Alpha, 1e-12);
        Assert.Equal(2 * (1 - lambda), optimum.Beta, 1e-12);
    });

    [Theory]
    [InlineData(MixupForm.Losses)]
    [InlineData(MixupForm.Targets)]
    public void AbsoluteErrorWithoutAnOffsetStaysAtTheOrigin(MixupForm form) => Assert.All(Lambdas, lambda =>
    {
        var optimum = AbsoluteErrorOptimum.Of(Model, lambda, 2, form, LogitOffset.None);

        Assert.Equal((0, 0), (Math.Round(optimum.Alpha, 12), Math.Round(optimum.Beta, 12)));
        Assert.Equal(0.1, optimum.Label, 1e-12);
    });

    [Fact]
    public void NarrowSmoothAbsoluteErrorSnapsLikeTheAbsoluteError() => Assert.All((double[])[0.3, 0.7, 1], lambda => AssertSame(
        AbsoluteErrorOptimum.Of(Model, lambda, 1, MixupForm.Losses),
        SmoothAbsoluteErrorOptimum.Of(Model, lambda, 1, 1e-5, MixupForm.Losses), 1e-4));

    [Fact]
    public void OptimumAtTheOriginHasNoAmplification() => Assert.Equal(
        double.NaN, Amplification.Of(l => MixedOptimum(l), 0.5));

    [Theory]
    [InlineData(2, 1, 0.5, "at least 3 classes, got 2")]
    [InlineData(3, 0, 0.5, "mu, got 0")]
    [InlineData(3, double.PositiveInfinity, 0.5, "finite mu")]
    [InlineData(3, 1, -0.1, "lambda in [0, 1], got -0.1")]
    [InlineData(3, 1, double.NaN, "lambda in [0, 1], got NaN")]
    public void ValuesOutOfRangeAreRefused(int classes, double mu, double lambda, string fragment)
    {
        Action[] optima =
        [
            () => CrossEntropyOptimum.Of(new(classes, mu), lambda),
            () => FocalOptimum.Of(new(classes, mu), lambda, 1),
            () => SquaredErrorOptimum.Of(new(classes, mu), lambda, 1),
            () => RescaledSquaredErrorOptimum.Of(new(classes, mu), lambda, 1, 1, MixupForm.Losses),
            () => AbsoluteErrorOptimum.Of(new(classes, mu), lambda, 1, MixupForm.Losses),
        ];

        Assert.All(optima, optimum => Assert.Contains(fragment, Assert.Throws<ArgumentException>(optimum).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, 1e-6)]
    [InlineData(3, 1e9)]
    [InlineData(10, 100)]
    [InlineData(100, 1e4)]
    [InlineData(1000000, 1e-6)]
    [InlineData(1000000, 1e9)]
    public void ExtremeModelsHaveFiniteOptima(int classes, double mu)
    {
        var model = new UnconstrainedFeatures(classes, mu);
        foreach (var lambda in Lambdas)
        {
            MixedOptimum[] optima =
            [
                CrossEntropyOptimum.Of(model, lambda), CrossEntropyOptimum.Of(model, lambda, 0.999),
                FocalOptimum.Of(model, lambda, 0.01), FocalOptimum.Of(model, lambda, 3), FocalOptimum.Of(model, lambda, 100),
                FocalOptimum.Of(model, lambda, 1),
                SquaredErrorOptimum.Of(model, lambda, 1e6), RescaledSquaredErrorOptimum.Of(model, lambda, 1e6, 1e6, MixupForm.Losses),
                AbsoluteErrorOptimum.Of(model, lambda, 1e6, MixupForm.Losses),
                SmoothAbsoluteErrorOptimum.Of(model, lambda, 1e6, 1e-6, MixupForm.Targets, LogitOffset.None),
            ];

            Assert.All(optima, optimum => Assert.True(double.IsFinite(optimum.Alpha) && double.IsFinite(optimum.Beta)));
            Assert.All(optima, optimum => Assert.Equal(1, optimum.Label + optimum.Partner + ((classes - 2) * optimum.Rest), 1e-9));
        }
    }

    [Fact]
    public void HyperparametersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentException>(() => CrossEntropyOptimum.Of(Model, 0.5, 1));
        Assert.Throws<ArgumentException>(() => FocalOptimum.Of(Model, 0.5, -1));
        Assert.Throws<ArgumentException>(() => SquaredErrorOptimum.Of(Model, 0.5, 0));
        Assert.Throws<ArgumentException>(() => SmoothAbsoluteErrorOptimum.Of(Model, 0.5, 1, -1, MixupForm.Losses));
    }

    private static MixedOptimum MixedOptimum(double lambda) => CrossEntropyOptimum.Of(Model, lambda) with { Alpha = 0, Beta = 0 };

    private static void AssertSame(MixedOptimum expected, MixedOptimum actual, double tolerance)
    {
        Assert.Equal(expected.Alpha, actual.Alpha, tolerance);
        Assert.Equal(expected.Beta, actual.Beta, tolerance);
        Assert.Equal(expected.Label, actual.Label, tolerance);
        Assert.Equal(expected.Partner, actual.Partner, tolerance);
        Assert.Equal(expected.Rest, actual.Rest, tolerance);
    }
}
