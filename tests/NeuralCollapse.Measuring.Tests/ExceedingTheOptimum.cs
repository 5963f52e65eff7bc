using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring.Tests;

/// <summary>The loss of features against that of their predicted optimum.</summary>
public sealed class ExceedingTheOptimum
{
    private const int Classes = 4;
    private const double Mu = 40;

    public static TheoryData<LossSpec> Losses =>
    [
        new CrossEntropyLoss(), new FocalLoss { Gamma = 3 }, new ScaledMseLoss { Kappa = 5 }, new ScaledMseLoss { Kappa = 5, Mix = LossMixing.Target },
        new SmoothL1Loss { Kappa = 5, Beta = 1 }, new SmoothL1Loss { Kappa = 5, Beta = 1, Mix = LossMixing.Target },
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void FeaturesAtTheOptimumExceedItByNothing(LossSpec loss) => Assert.Equal(0, Excess(loss, 1), 1e-5);

    [Theory]
    [MemberData(nameof(Losses))]
    public void FeaturesAwayFromItExceedIt(LossSpec loss)
    {
        // Shrinking moves against the gradient of the loss, which decay alone holds up.
        Assert.True(Excess(loss, 0.8) > 0.01);
        Assert.True(Excess(loss, 0.5) > Excess(loss, 0.8));
    }

    /// <summary>By hand: p = (q, 1 - q, 0, 0) at lambda costs -lambda ln q - (1 - lambda) ln(1 - q).</summary>
    [Fact]
    public void TheLossOfTheOptimumIsThatOfItsOutputs()
    {
        var optimum = new CrossEntropyLoss().Optimum(new(Classes, Mu), 0.7, LogitOffset.Free);

        Assert.Equal(
            -(0.7 * Math.Log(optimum.Label)) - (0.3 * Math.Log(optimum.Partner)),
            OptimalLoss.Of(optimum, Classes, LogitOffset.Free, logits => new CrossEntropyLoss().Value(logits, 0, 1, 0.7)), 1e-12);
    }

    /// <summary>By hand: without one the logits of alpha 1 and beta 1 are 1/3, 1/3 and -2/3.</summary>
    [Fact]
    public void WithoutAnOffsetTheLogitsSumToZero() => Assert.Equal(
        ((Math.Pow((1.0 / 3) - 1.5, 2) * 2) + Math.Pow(2.0 / 3, 2)) / 3,
        OptimalLoss.Of(MixedOptimumAt(1, 1), 3, LogitOffset.None, logits => new ScaledMseLoss { Kappa = 3, Mix = LossMixing.Target }.Value(logits, 0, 1, 0.5)), 1e-12);

    /// <summary>By hand: with an offset t the squared error over 3 classes is least where the mean of the logits is that of the targets.</summary>
    [Fact]
    public void TheOffsetOfTheOptimumIsTheBest()
    {
        var optimum = MixedOptimumAt(alpha: 1, beta: 1);
        var (logit, other) = (1 - (2.0 / 3), -2.0 / 3);
        double At(double t) => (Math.Pow(logit + t - 1.5, 2) * 2) + Math.Pow(other + t, 2);

        Assert.Equal(At(1) / 3, OptimalLoss.Of(optimum, 3, LogitOffset.Free, logits => new ScaledMseLoss { Kappa = 3, Mix = LossMixing.Target }.Value(logits, 0, 1, 0.5)), 1e-9);
    }

    /// <summary>The softmax does not know the offset, but its rounding does, and may lie lower at both ends.</summary>
    [Fact]
    public void ALossThatRoundsDownAwayFromZeroIsThatWithoutAnOffset() =>
        Assert.Equal(1, OptimalLoss.Of(MixedOptimumAt(alpha: 1, beta: 1), 3, LogitOffset.Free, logits => 1 - (1e-15 * Math.Abs(logits.Sum()))));

    [Fact]
    public void WhereNothingIsPredictedThereIsNoExcess() =>
        Assert.Equal(double.NaN, MixedExcess.Of(new MaeLoss { Kappa = 1 }, Simplex, Features(_ => (0, 0, 0)), [(0, 1)], MixedPrediction.None, LogitOffset.Free));

    private static MixedOptimum MixedOptimumAt(double alpha, double beta) => new() { Alpha = alpha, Beta = beta, Label = 0, Partner = 0, Rest = 0 };

    private static double Excess(LossSpec loss, double shrunk)
    {
        MixedOptimum At(double lambda) => loss.Optimum(new(Classes, Mu), lambda, LogitOffset.Free);
        var prediction = new MixedPrediction(Mu, At(1).Alpha, At);
        return MixedExcess.Of(loss, Simplex, Features(lambda => (shrunk * At(lambda).Alpha, shrunk * At(lambda).Beta, Offset(loss, At(lambda), lambda))), [(2, 0)], prediction, LogitOffset.Free);
    }

    /// <summary>The best offset of the optimum's logits, of a grid so fine that the loss is right to 1e-6.</summary>
    private static double Offset(LossSpec loss, MixedOptimum optimum, double lambda) => Enumerable.Range(-1000, 6000).Select(step => step / 1000.0).MinBy(offset =>
        loss.Value([.. new[] { optimum.Alpha, optimum.Beta, 0, 0 }.Select(z => z - ((optimum.Alpha + optimum.Beta) / Classes) + offset)], 0, 1, lambda));

    /// <summary>(I - 11^T/C, 1): of scale 1, so that features are logits, and their last component is an offset of all.</summary>
    private static Classifier Simplex => new(
        [.. Enumerable.Range(0, Classes).SelectMany(row => Enumerable.Range(0, Classes + 1).Select(column => column == Classes ? 1 : (row == column ? 1.0 : 0) - (1.0 / Classes)))], new double[Classes]);

    private static List<VectorSet> Features(Func<double, (double Alpha, double Beta, double Offset)> at) =>
    [
        .. MixedSampling.Lambdas.Select(lambda =>
        {
            var (alpha, beta, offset) = at(lambda);
            return new VectorSet([beta, 0, alpha, 0, offset], Classes + 1); // the classifier takes the mean off
        }),
    ];
}
