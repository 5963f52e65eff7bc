using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>Each loss against its formula written out in scalars, and its gradient against differences.</summary>
public sealed class Losses
{
    private static readonly double[,] Logits = { { 1.5, -0.3, 0.2 }, { -1, 0.4, 2.1 } };
    private static readonly double[,] Targets = { { 0.7, 0, 0.3 }, { 0.2, 0.5, 0.3 } };
    private static readonly long[] Labels = [0, 1];

    public Losses() => LibTorch.Load();

    public static TheoryData<LossSpec> All =>
    [
        new CrossEntropyLoss(), new CrossEntropyLoss { Smoothing = 0.1 }, new FocalLoss { Gamma = 3 }, new FocalLoss { Gamma = 0.5 }, new SquentropyLoss(),
        new ScaledMseLoss { Kappa = 5 }, new MaeLoss { Kappa = 2 },
        new SmoothL1Loss { Beta = 0.35, Kappa = 2 }, new SmoothL1Loss { Beta = 4, Kappa = 1 }, new RescaledMseLoss { K = 3, M = 5 },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void ValueIsThatOfTheFormula(LossSpec loss)
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);

        var expected = Enumerable.Range(0, 2).Average(n => LossFormula.Of(loss, Row(Logits, n), OneHot(Labels[n])));
        Assert.Equal(expected, LossFunction.Of(loss).Mean(logits, labels).item<double>(), 12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheValueThatTheorySeesIsThatOfTheFormula(LossSpec loss)
    {
        foreach (var n in (int[])[0, 1])
        {
            Assert.Equal(LossFormula.Of(loss, Row(Logits, n), Row(Targets, n)), loss.Value(Row(Logits, n), Row(Targets, n)), 12);
            Assert.Equal(LossFormula.Of(loss, Row(Logits, n), OneHot(Labels[n])), loss.Value(Row(Logits, n), OneHot(Labels[n])), 12);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AgainstADistributionItIsThatOfTheFormulaForEverySample(LossSpec loss)
    {
        using var logits = torch.tensor(Logits);
        using var targets = torch.tensor(Targets);

        var expected = Enumerable.Range(0, 2).Select(n => LossFormula.Of(loss, Row(Logits, n), Row(Targets, n)));
        Assert.Equal(expected, LossFunction.Of(loss).Each(logits, targets).data<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AgainstAOneHotDistributionItIsThatOfTheLabel(LossSpec loss)
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);

        var each = LossFunction.Of(loss).Each(logits, LossFunction.OneHot(labels, logits));

        Assert.Equal(LossFunction.Of(loss).Mean(logits, labels).item<double>(), each.mean().item<double>(), 12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void GradientIsThatOfTheValue(LossSpec loss)
    {
        using var logits = torch.tensor(Logits, requires_grad: true);
        using var labels = torch.tensor(Labels);
        LossFunction.Of(loss).Mean(logits, labels).backward();

        AssertGradient(loss, logits.grad!, n => OneHot(Labels[n]), share: 0.5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void GradientAgainstADistributionIsThatOfTheValue(LossSpec loss)
    {
        using var logits = torch.tensor(Logits, requires_grad: true);
        using var targets = torch.tensor(Targets);
        LossFunction.Of(loss).Each(logits, targets).sum().backward();

        AssertGradient(loss, logits.grad!, n => Row(Targets, n), share: 1);
    }

    [Fact]
    public void SmoothL1WithALargeBetaIsASquareAndWithASmallOneAnAbsoluteValue()
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);
        double Of(LossSpec loss) => LossFunction.Of(loss).Mean(logits, labels).item<double>();

        Assert.Equal(Of(new ScaledMseLoss { Kappa = 2 }) / 20, Of(new SmoothL1Loss { Beta = 10, Kappa = 2 }), 12);
        Assert.Equal(Of(new MaeLoss { Kappa = 2 }), Of(new SmoothL1Loss { Beta = 1e-6, Kappa = 2 }), 6); // differs by beta / 2 at most
    }

    [Fact]
    public void FocalWithGammaZeroIsCrossEntropy()
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);

        var (focal, entropy) = (new FocalLoss { Gamma = 0 }, new CrossEntropyLoss());
        Assert.Equal(LossFunction.Of(entropy).Mean(logits, labels).item<double>(), LossFunction.Of(focal).Mean(logits, labels).item<double>(), 12);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void FocalGradientIsFiniteForACertainPrediction(double gamma)
    {
        using var logits = torch.tensor(new[,] { { 200f, 0f, 0f } }, requires_grad: true);
        using var labels = torch.tensor(new long[] { 0 });
        LossFunction.Of(new FocalLoss { Gamma = gamma }).Mean(logits, labels).backward();

        Assert.True(logits.grad!.isfinite().all().item<bool>());
    }

    /// <summary>Every value of the gradient against a difference of the formula.</summary>
    private static void AssertGradient(LossSpec loss, torch.Tensor gradient, Func<int, double[]> target, double share)
    {
        const double step = 1e-6;
        for (var n = 0; n < 2; n++)
        {
            for (var c = 0; c < 3; c++)
            {
                double At(double z) => LossFormula.Of(loss, [.. Row(Logits, n).Select((v, k) => k == c ? z : v)], target(n)) * share;
                var difference = (At(Logits[n, c] + step) - At(Logits[n, c] - step)) / (2 * step);
                Assert.Equal(difference, gradient[n, c].item<double>(), 8); // second-order differences: error about step^2
            }
        }
    }

    private static double[] Row(double[,] values, int n) => [values[n, 0], values[n, 1], values[n, 2]];

    private static double[] OneHot(long label) => [.. Enumerable.Range(0, 3).Select(k => k == label ? 1.0 : 0.0)];
}
