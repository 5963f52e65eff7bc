using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring.Tests;

/// <summary>Free features of three classes, trained from a random start, against the closed forms and solvers of theory.</summary>
public sealed class ReachingThePredictedOptimum
{
    private static readonly double[] Grid = [0.5, 0.6, 0.75, 0.9];

    private static readonly UfmClassifier Simplex = new SimplexClassifier { Scale = 2 };

    private static readonly UfmClassifier Learned = new LearnedClassifier { WeightDecay = 0.05 };

    public static TheoryData<LossSpec> Losses =>
    [
        new CrossEntropyLoss(),
        new CrossEntropyLoss { Smoothing = 0.1 },
        new FocalLoss { Gamma = 3 },
        new SquentropyLoss(),
        new ScaledMseLoss { Kappa = 5 },
        new RescaledMseLoss { K = 5, M = 5 },
        new RescaledMseLoss { K = 5, M = 5, Mix = LossMixing.Target },
        new MaeLoss { Kappa = 1, Mix = LossMixing.Target },
        new SmoothL1Loss { Beta = 0.5, Kappa = 1 },
        new SmoothL1Loss { Beta = 0.5, Kappa = 1, Mix = LossMixing.Target },
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLossComesWithinAThousandth(LossSpec loss) => AssertReached(Trained(Cell(loss, Simplex, UfmOffset.Free, Grid)));

    [Fact]
    public void TheAbsoluteErrorSnapsToTheLargerShare()
    {
        // At lambda = 1/2 the optimum is the origin, but the decay alone pulls there, too slowly to wait for.
        var measured = Trained(Cell(new MaeLoss { Kappa = 1 }, Simplex, UfmOffset.Free, [0.6, 0.75, 0.9]));

        AssertReached(measured);
        Assert.All(measured.Lambdas, row => Assert.Equal((1, 0), (row.PredictedAlpha, row.PredictedBeta)));
    }

    [Fact]
    public void WithoutAnOffsetItIsTheOtherOptimum() =>
        AssertReached(Trained(Cell(new RescaledMseLoss { K = 5, M = 5 }, Simplex, UfmOffset.None, Grid)));

    [Fact]
    public void WhereUnmixedSamplesEndAtTheOriginAnAmplificationIsNoNumber()
    {
        var measured = Trained(Cell(new MaeLoss { Kappa = 1 }, Simplex, UfmOffset.None, [0.6]));

        Assert.Equal(double.NaN, measured.Row.Find("amplification-error"));
        Assert.All(measured.Lambdas, row => Assert.Equal((double.NaN, double.NaN), (row.PredictedAmplification, row.Distance)));
    }

    [Fact]
    public void OfAClassifierThatHasVanishedNothingIsPredicted()
    {
        var cell = Cell(new CrossEntropyLoss(), Learned, UfmOffset.Free, [0.6]);

        var samples = UfmSamples.Of(cell.Ufm).Count;
        var measured = new UfmMeasuring(cell).Of(new()
        {
            Epoch = 1,
            Objective = 1,
            Features = new double[samples * cell.Ufm.Dim],
            Weights = new double[cell.Ufm.Classes * cell.Ufm.Dim],
            Offsets = new double[samples],
            Bias = new double[cell.Ufm.Classes],
        });

        Assert.Equal(0, measured.Row.Find("mu"));
        Assert.All(measured.Lambdas, row => Assert.Equal(double.NaN, row.PredictedAlpha));
    }

    public static TheoryData<LossSpec> LossesWithAQuickEnd =>
        [new CrossEntropyLoss(), new CrossEntropyLoss { Smoothing = 0.1 }, new FocalLoss { Gamma = 3 }, new SmoothL1Loss { Beta = 0.5, Kappa = 1 }];

    [Theory]
    [MemberData(nameof(LossesWithAQuickEnd))]
    public void ALearnedClassifierBecomesTheSimplexOfThePredictedScale(LossSpec loss)
    {
        var measured = Trained(Cell(loss, Learned, UfmOffset.Free, Grid, partners: 2));

        AssertReached(measured);
        var row = measured.Row;
        Assert.Equal(1, row.Find("mu")!.Value / row.Find("predicted-mu")!.Value, 1e-3);
        Assert.All(
            (string[])["nc2-equinorm-weights", "nc2-equiangular-weights", "nc3-structure", "nc3-cosine-distance"],
            name => Assert.Equal(0, row.Find(name)!.Value, 1e-3));
    }

    private static void AssertReached(Measurement measured)
    {
        Assert.All(
            (string[])["alpha-error", "beta-error", "amplification-error"],
            name => Assert.True(measured.Row.Find(name) <= 1e-3, $"{name} {measured.Row.Find(name)}"));
        Assert.All(measured.Lambdas, row => Assert.True(row is { Thickness: < 1e-3, Distance: < 1e-3 }, $"{row}"));
    }

    private static Measurement Trained(UfmCell cell) =>
        UfmTrainer.Train(cell, _ => { }).Select(new UfmMeasuring(cell).Of).Single();

    private static UfmCell Cell(
        LossSpec loss, UfmClassifier classifier, UfmOffset offset, double[] lambdas, int partners = 1)
    {
        var epochs = classifier is LearnedClassifier ? 1500 : 800;
        return new()
        {
            Ufm = new()
            {
                Classes = 3,
                Partners = partners,
                Lambdas = lambdas,
                Dim = 4,
                Classifier = classifier,
                FeatureDecay = 0.02,
                Offset = offset,
            },
            Loss = loss,
            Training = new() { Epochs = epochs, Optimizer = new AdamOptimizer { LearningRate = 0.1 }, Schedule = new CosineSchedule() },
            Measure = new() { Epochs = [epochs] },
            Seed = 0,
        };
    }
}
