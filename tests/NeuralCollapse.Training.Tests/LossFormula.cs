using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>The losses of one sample written out in scalars.</summary>
internal static class LossFormula
{
    /// <param name="spec">Which loss.</param>
    /// <param name="z">Logits.</param>
    /// <param name="t">Target distribution.</param>
    public static double Of(LossSpec spec, double[] z, double[] t)
    {
        var log = z.Select(k => k - Math.Log(z.Sum(Math.Exp))).ToArray();
        double Mean(Func<double, double, double> error) => z.Zip(t, error).Average();
        return spec switch
        {
            CrossEntropyLoss loss => -((1 - loss.Smoothing) * log.Zip(t, (l, k) => l * k).Sum()) - (loss.Smoothing * log.Average()),
            FocalLoss loss => -log.Zip(t, (l, k) => k * Math.Pow(1 - Math.Exp(l), loss.Gamma) * l).Sum(),
            SquentropyLoss => -log.Zip(t, (l, k) => k * l).Sum() + (z.Zip(t, (v, k) => (1 - k) * v * v).Sum() / (z.Length - 1)),
            ScaledMseLoss loss => Mean((v, k) => Math.Pow(v - (loss.Kappa * k), 2)),
            MaeLoss loss => Mean((v, k) => Math.Abs(v - (loss.Kappa * k))),
            RescaledMseLoss loss => Mean((v, k) => (1 - k + (loss.K * k)) * Math.Pow(v - (loss.M * k), 2)),
            SmoothL1Loss loss => Mean((v, k) => Math.Abs(v - (loss.Kappa * k)) is var r && r < loss.Beta
                ? r * r / (2 * loss.Beta)
                : r - (loss.Beta / 2)),
            _ => throw new NotSupportedException(),
        };
    }
}
