namespace NeuralCollapse.Measures.Tests;

/// <summary>The scale of a simplex classifier that is learned in the UFM.</summary>
public class LearningAClassifier
{
    private const double Kappa = 3;

    private static readonly IReadOnlyList<(double Lambda, double Weight)> Unmixed = [(1, 1)];

    // Under the squared error E|z|^2 / mu^2 = kappa^2 E|t - 1/C|^2 4/(2 mu + C)^2, and E|t - 1/C|^2 = E[lambda^2 + (1 - lambda)^2] - 1/C.
    [Theory]
    [InlineData(3, 0.01)]
    [InlineData(10, 1e-4)]
    [InlineData(100, 1e-6)]
    public void TheSquaredErrorHasAClosedForm(int classes, double decays) =>
        Assert.Equal((Kappa / Math.Sqrt(classes * decays)) - (classes / 2.0), Mu(classes, decays, SquaredError, Unmixed), 1e-9 / decays);

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4)]
    public void AlsoUnderMixup(double alpha)
    {
        var square = ((alpha + 1) / ((2 * alpha) + 1)) - 0.1;

        var mu = Mu(10, 1e-4, SquaredError, SymmetricBeta.Nodes(alpha, 8));

        Assert.Equal((Kappa * Math.Sqrt(square / 9e-4)) - 5, mu, 1e-8);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void TooStrongDecaysLeaveNothing(int classes)
    {
        // The gradient at the origin is t - 1/C under cross-entropy, and its square 1 - 1/C.
        var threshold = 1.0 / classes;

        Assert.Equal(0, Mu(classes, 1.001 * threshold, CrossEntropy, Unmixed));
        Assert.InRange(Mu(classes, 0.999 * threshold, CrossEntropy, Unmixed), 1e-4, 0.1);
    }

    [Fact]
    public void WithoutAnOffsetNothingHoldsAClassifierAgainstTheAbsoluteError() =>
        Assert.Equal(0, Mu(10, 1e-4, (model, lambda) => AbsoluteErrorOptimum.Of(model, lambda, 1, MixupForm.Losses, LogitOffset.None), Unmixed));

    [Fact]
    public void TooWeakDecaysHaveNoFiniteAnswer() => Assert.Equal(double.PositiveInfinity, Mu(3, 1e-20, SquaredError, Unmixed));

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    public void NoOtherScaleHasALowerObjectiveUnderCrossEntropy(double alpha)
    {
        const double decays = 1e-3;
        var samples = SymmetricBeta.Nodes(alpha, 32);
        double Objective(double mu) => (decays * 9 * mu / 2) + samples.Sum(s => s.Weight * LeastCrossEntropy(new(10, mu), s.Lambda));

        var mu = Mu(10, decays, CrossEntropy, samples);

        Assert.All(Enumerable.Range(-30, 61).Where(i => i != 0), i => Assert.True(Objective(mu) < Objective(mu * Math.Pow(1.2, i)), $"1.2^{i}"));
    }

    [Fact]
    public void OfTheMinimaUnderTheFocalLossTheLowerOneCounts()
    {
        // With 100 classes the loss is not convex at the origin: its gradient first grows on the way to the label.
        const double gamma = 3;
        double Least(double mu)
        {
            var model = new UnconstrainedFeatures(100, mu);
            var p = FocalOptimum.Of(model, 1, gamma);
            return (-Math.Pow(1 - p.Label, gamma) * Math.Log(p.Label)) + (0.99 * p.Alpha * p.Alpha / (2 * mu));
        }

        var anyNonTrivial = false;
        foreach (var decays in (double[])[0.008, 0.012, 0.02, 0.03, 0.05])
        {
            double Objective(double mu) => Least(mu) + (decays * 99 * mu / 2);
            var mu = Mu(100, decays, (model, lambda) => FocalOptimum.Of(model, lambda, gamma), Unmixed);
            var found = mu == 0 ? Math.Pow(0.99, gamma) * Math.Log(100) : Objective(mu);
            anyNonTrivial |= mu > 0;

            Assert.All(Enumerable.Range(-40, 100), i => Assert.True(found <= Objective(Math.Pow(1.2, i)) + 1e-3, $"{decays} {mu} {i}"));
        }

        Assert.True(anyNonTrivial);
    }

    [Fact]
    public void DecaysMustBePositive() => Assert.Throws<ArgumentException>(() => Mu(3, 0, SquaredError, Unmixed));

    private static double Mu(
        int classes, double decays, Func<UnconstrainedFeatures, double, MixedOptimum> optimum, IReadOnlyList<(double, double)> samples) =>
        LearnedClassifierOptimum.Mu(classes, decays, optimum, samples);

    private static MixedOptimum SquaredError(UnconstrainedFeatures model, double lambda) => SquaredErrorOptimum.Of(model, lambda, Kappa);

    private static MixedOptimum CrossEntropy(UnconstrainedFeatures model, double lambda) => CrossEntropyOptimum.Of(model, lambda);

    private static double LeastCrossEntropy(UnconstrainedFeatures model, double lambda)
    {
        var p = CrossEntropyOptimum.Of(model, lambda);
        var sum = p.Alpha + p.Beta;
        var squared = (p.Alpha * p.Alpha) + (p.Beta * p.Beta) - (sum * sum / model.Classes);
        return (-lambda * Math.Log(p.Label)) - ((1 - lambda) * Math.Log(p.Partner)) + (squared / (2 * model.Mu));
    }
}
