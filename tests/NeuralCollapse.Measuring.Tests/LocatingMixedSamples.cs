using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring.Tests;

/// <summary>Features put exactly where theory wants them, on a simplex classifier of scale m about some global mean.</summary>
public sealed class LocatingMixedSamples
{
    private const int Classes = 4;
    private const double Scale = 2.5;
    private const double Mu = 30;
    private static readonly double[] GlobalMean = [0.3, -1, 0.5, 2, 7];

    public static TheoryData<LossSpec> Losses =>
    [
        new CrossEntropyLoss(), new CrossEntropyLoss { Smoothing = 0.1 }, new FocalLoss { Gamma = 3 }, new ScaledMseLoss { Kappa = 5 },
        new RescaledMseLoss { K = 5, M = 2 }, new SmoothL1Loss { Kappa = 5, Beta = 1 }, new SmoothL1Loss { Kappa = 5, Beta = 1, Mix = LossMixing.Target },
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void FeaturesAtTheOptimumAreFoundThere(LossSpec loss)
    {
        var geometry = Geometry(loss, new Mixup { Alpha = 1 });
        Assert.Equal(Mu, geometry.Prediction.Mu, 1e-3);

        foreach (var lambda in (double[])[0.5, 0.7, 1])
        {
            var wanted = loss.Optimum(new(Classes, Mu), lambda, LogitOffset.Free);
            var row = geometry.At(8, lambda, new([.. Feature(wanted.Alpha, 1, wanted.Beta, 3)], GlobalMean.Length), [(1, 3)]);

            Assert.Equal((8, lambda, 1), (row.Epoch, row.Lambda, row.Pairs));
            Assert.Equal(wanted.Alpha, row.Alpha, 1e-9);
            Assert.Equal(wanted.Beta, row.Beta, 1e-9);
            Assert.Equal(wanted.Alpha, row.PredictedAlpha, 1e-4);
            Assert.Equal(wanted.Beta, row.PredictedBeta, 1e-4);
            Assert.Equal(row.Amplification, row.PredictedAmplification, 1e-4);
            Assert.Equal(0, row.Distance, 1e-4);
            Assert.Equal(0, row.Thickness, 1e-7);
        }
    }

    [Fact]
    public void AMissIsMeasuredInLengthsOfAnUnmixedFeature()
    {
        var geometry = Geometry(new ScaledMseLoss { Kappa = 5 }, new Mixup { Alpha = 1 });
        var same = new ScaledMseLoss { Kappa = 5 }.Optimum(new(Classes, Mu), 1, LogitOffset.Free).Alpha;

        var row = geometry.At(1, 1, new([.. Feature(1.5 * same, 1, 0, 3)], GlobalMean.Length), [(1, 3)]);

        Assert.Equal(0.5, row.Distance, 1e-6);
        Assert.Equal(1.5, row.Amplification, 1e-6);
    }

    [Fact]
    public void TheAbsoluteErrorHasNoPreferenceHalfWay()
    {
        var geometry = Geometry(new MaeLoss { Kappa = 3 }, new Mixup { Alpha = 1 });

        Assert.Equal(double.NaN, geometry.At(1, 0.5, new([.. Feature(1, 1, 1, 3)], GlobalMean.Length), [(1, 3)]).PredictedAlpha);
        Assert.Equal((3, 0), (Math.Round(geometry.At(1, 0.55, new([.. Feature(1, 1, 1, 3)], GlobalMean.Length), [(1, 3)]).PredictedAlpha, 6), 0));
    }

    public static TheoryData<MixupSpec> Uncovered =>
        [new NoMixup(), new Mixup { Alpha = 1, Apply = MixedParts.TargetsOnly }, new Mixup { Alpha = 1, Partner = PartnerChoice.SameClass },
            new CutMix { Alpha = 1 }, new ManifoldMixup { Alpha = 1, Layers = [1] }, new ManifoldMixup { Alpha = 1, Layers = [0], Partner = PartnerChoice.SameClass }];

    [Theory]
    [MemberData(nameof(Uncovered))]
    public void WithoutMixedClassesNothingIsPredicted(MixupSpec mixup)
    {
        var row = Geometry(new CrossEntropyLoss(), mixup).At(1, 0.7, new([.. Feature(2, 1, 1, 3)], GlobalMean.Length), [(1, 3)]);

        Assert.Equal((2, 1), (Math.Round(row.Alpha, 9), Math.Round(row.Beta, 9)));
        Assert.All((double[])[row.PredictedAlpha, row.PredictedBeta, row.PredictedAmplification, row.Distance], value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void ManifoldMixupThatMixesImagesTooIsPredictedAsMixupIs()
    {
        MixedPrediction Of(MixupSpec mixup) => FittedPrediction.Of(Cell(new CrossEntropyLoss(), mixup), Classes, alphaSame: 5);

        Assert.Equal(Of(new Mixup { Alpha = 1 }).At(0.7), Of(new ManifoldMixup { Alpha = 1, Layers = [0, 1] }).At(0.7));
    }

    /// <summary>A fixed simplex has no bias, and the logits that it makes sum to zero.</summary>
    [Theory]
    [InlineData(false, LogitOffset.Free)]
    [InlineData(true, LogitOffset.None)]
    public void ThePredictionHasTheOffsetThatTheClassifierAllows(bool isFixed, LogitOffset offset)
    {
        var loss = new RescaledMseLoss { K = 5, M = 5 };
        var cell = Cell(loss, new Mixup { Alpha = 1 }) with { Model = new MlpModel { Hidden = [5], Classifier = isFixed ? new SimplexLastLayer() : new LearnedLastLayer() } };
        MixedOptimum At(double lambda, LogitOffset offset) => loss.Optimum(new(Classes, Mu), lambda, offset);

        var (alpha, beta, _) = FittedPrediction.Of(cell, Classes, At(1, offset).Alpha).At(0.7);

        Assert.Equal(At(0.7, offset).Alpha, alpha, 5);
        Assert.Equal(At(0.7, offset).Beta, beta, 5);
        Assert.NotEqual(At(1, LogitOffset.Free).Alpha, At(1, LogitOffset.None).Alpha, 3);
    }

    private static Located Geometry(LossSpec loss, MixupSpec mixup)
    {
        var same = loss.Optimum(new(Classes, Mu), 1, LogitOffset.Free).Alpha;
        var collapsed = new LabelledFeatures(
            [.. Enumerable.Range(0, Classes).SelectMany(c => Feature(same, c, 0, c))], [.. Enumerable.Range(0, Classes)], Classes);
        var weights = new VectorSet([.. Enumerable.Range(0, Classes).SelectMany(Weight)], GlobalMean.Length);
        var means = ClassMeans.Of(collapsed);
        var geometry = new MixedGeometry(means.Means, means.GlobalMean, weights.Centred());
        var alphaSame = geometry.AlphaSame(new(collapsed.Values, collapsed.Dimension), collapsed.Labels);
        return new(geometry, alphaSame, FittedPrediction.Of(Cell(loss, mixup), Classes, alphaSame));
    }

    private static NetworkCell Cell(LossSpec loss, MixupSpec mixup) => new()
    {
        Data = new GlyphsData { Train = 10, Test = 10 },
        Model = new MlpModel { Hidden = [5] },
        Loss = loss,
        Mixup = mixup,
        Training = new() { Epochs = 1, BatchSize = 10, Optimizer = new SgdOptimizer { LearningRate = 1 }, Schedule = new ConstantSchedule() },
        Measure = new() { Epochs = [1] },
        Seed = 0,
    };

    private sealed record Located(MixedGeometry Geometry, double AlphaSame, MixedPrediction Prediction)
    {
        public MixedPoint At(int epoch, double lambda, VectorSet features, IReadOnlyList<(int Label, int Partner)> classes) =>
            Geometry.At(epoch, lambda, features, classes, AlphaSame, Prediction);
    }

    /// <summary>mu_G + (alpha w_y + beta w_y') / m.</summary>
    private static IEnumerable<double> Feature(double alpha, int label, double beta, int partner) =>
        GlobalMean.Select((mean, k) => mean + (((alpha * Weight(label)[k]) + (beta * Weight(partner)[k])) / Scale));

    /// <summary>A row of sqrt(m) (I - 11^T/C), with zeros after it.</summary>
    private static double[] Weight(int label) =>
        [.. Enumerable.Range(0, GlobalMean.Length).Select(k => k >= Classes ? 0 : Math.Sqrt(Scale) * ((k == label ? 1 : 0) - (1.0 / Classes)))];
}
