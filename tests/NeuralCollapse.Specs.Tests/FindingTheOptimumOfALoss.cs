using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs.Tests;

/// <summary>A loss's own optimum against the general solver, which knows of it only its value.</summary>
public sealed class FindingTheOptimumOfALoss
{
    private const double Within = 1e-4; // of kappa 5, mu 20: what a search without derivatives reaches where the absolute error has a kink

    public static TheoryData<LossSpec> Losses =>
    [
        new CrossEntropyLoss(),
        new CrossEntropyLoss { Smoothing = 0.1 },
        new FocalLoss { Gamma = 3 },
        new ScaledMseLoss { Kappa = 5 },
        new RescaledMseLoss { K = 5, M = 2 },
        new RescaledMseLoss { K = 5, M = 2, Mix = LossMixing.Target },
        new MaeLoss { Kappa = 1, Mix = LossMixing.Target },
        new SmoothL1Loss { Beta = 1, Kappa = 5 },
        new SmoothL1Loss { Beta = 1, Kappa = 5, Mix = LossMixing.Target },
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void TheGeneralSolverFindsTheClosedForm(LossSpec loss)
    {
        foreach (var offset in (LogitOffset[])[LogitOffset.Free, LogitOffset.None])
        {
            foreach (var lambda in (double[])[0.5, 0.75, 1])
            {
                var model = new UnconstrainedFeatures(4, 20);

                var found = GeneralOptimum.Of(model, lambda, offset, logits => loss.Value(logits, 0, 1, lambda));

                var wanted = loss.Optimum(model, lambda, offset);
                Assert.Equal(wanted.Alpha, found.Alpha, Within);
                Assert.Equal(wanted.Beta, found.Beta, Within);
            }
        }
    }

    [Fact]
    public void ALossWithoutAClosedFormHasTheGeneralOne()
    {
        const int classes = 4;
        const double mu = 20;

        var optimum = new QuarticLoss().Optimum(new(classes, mu), 1, LogitOffset.Free);

        // Stationary in the offset: the label's error is -(C - 1)^(1/3) times e, that of the others; in alpha: e^3 = alpha / (4 C mu).
        var error = Math.Cbrt(optimum.Alpha / (4 * classes * mu));
        Assert.Equal(1 - ((Math.Cbrt(classes - 1) + 1) * error), optimum.Alpha, 1e-5);
        Assert.Equal(0, optimum.Beta);
    }

    private sealed record QuarticLoss : LossSpec
    {
        public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target)
        {
            var sum = 0.0;
            for (var c = 0; c < logits.Length; c++)
                sum += Math.Pow(logits[c] - target[c], 4);
            return sum;
        }
    }
}
