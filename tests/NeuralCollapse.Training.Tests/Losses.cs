using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>Each loss against its formula written out in scalars, and its gradient against differences.</summary>
public sealed class Losses
{
    private static readonly double[,] Logits = { { 1.5, -0.3, 0.2 }, { -1, 0.4, 2.1 } };
    private static readonly long[] Labels = [0, 1];

    public Losses() => LibTorch.Load();

    public static TheoryData<LossSpec> All =>
    [
        new CrossEntropyLoss(), new CrossEntropyLoss { Smoothing = 0.1 }, new FocalLoss { Gamma = 3 }, new FocalLoss { Gamma = 0.5 },
        new ScaledMseLoss { Kappa = 5 }, new MaeLoss { Kappa = 2 },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void ValueIsThatOfTheFormula(LossSpec loss)
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);

        var expected = Enumerable.Range(0, 2).Average(n => Sample(loss, [Logits[n, 0], Logits[n, 1], Logits[n, 2]], (int)Labels[n]));
        Assert.Equal(expected, Objective.Of(loss, logits, labels).item<double>(), 12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void GradientIsThatOfTheValue(LossSpec loss)
    {
        using var logits = torch.tensor(Logits, requires_grad: true);
        using var labels = torch.tensor(Labels);
        Objective.Of(loss, logits, labels).backward();

        const double step = 1e-6;
        for (var n = 0; n < 2; n++)
        {
            for (var c = 0; c < 3; c++)
            {
                double At(double z) => Sample(loss, [.. Enumerable.Range(0, 3).Select(k => k == c ? z : Logits[n, k])], (int)Labels[n]) / 2;
                var difference = (At(Logits[n, c] + step) - At(Logits[n, c] - step)) / (2 * step);
                Assert.Equal(difference, logits.grad![n, c].item<double>(), 8); // second-order differences: error about step^2
            }
        }
    }

    [Fact]
    public void FocalWithGammaZeroIsCrossEntropy()
    {
        using var logits = torch.tensor(Logits);
        using var labels = torch.tensor(Labels);

        var (focal, entropy) = (new FocalLoss { Gamma = 0 }, new CrossEntropyLoss());
        Assert.Equal(Objective.Of(entropy, logits, labels).item<double>(), Objective.Of(focal, logits, labels).item<double>(), 12);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void FocalGradientIsFiniteForACertainPrediction(double gamma)
    {
        using var logits = torch.tensor(new[,] { { 200f, 0f, 0f } }, requires_grad: true);
        using var labels = torch.tensor(new long[] { 0 });
        Objective.Of(new FocalLoss { Gamma = gamma }, logits, labels).backward();

        Assert.True(logits.grad!.isfinite().all().item<bool>());
    }

    private static double Sample(LossSpec spec, double[] z, int y)
    {
        var log = z.Select(k => k - Math.Log(z.Sum(Math.Exp))).ToArray();
        double Target(int k, double scale) => k == y ? scale : 0;
        return spec switch
        {
            CrossEntropyLoss loss => -((1 - loss.Smoothing) * log[y]) - (loss.Smoothing * log.Average()),
            FocalLoss loss => -Math.Pow(1 - Math.Exp(log[y]), loss.Gamma) * log[y],
            ScaledMseLoss loss => z.Select((v, k) => Math.Pow(v - Target(k, loss.Kappa), 2)).Average(),
            MaeLoss loss => z.Select((v, k) => Math.Abs(v - Target(k, loss.Kappa))).Average(),
            _ => throw new NotSupportedException(),
        };
    }
}
