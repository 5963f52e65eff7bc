using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>What theory predicts for mixed samples of a network, given the alpha of its same-class samples.</summary>
/// <param name="Mu">The fitted mu; NaN where theory does not cover the cell.</param>
/// <param name="AlphaSame">Alpha of unmixed samples at it.</param>
/// <param name="Optimum">Optimum at a lambda; null where there is none, or more than one.</param>
internal sealed record FittedOptimum(double Mu, double AlphaSame, Func<double, MixedOptimum?> Optimum)
{
    private static readonly FittedOptimum None = new(double.NaN, double.NaN, _ => null);

    /// <summary>The prediction for a cell: none unless it mixes inputs and targets of different classes, and has three classes or more.</summary>
    public static FittedOptimum Of(CellSpec cell, int classes, double alphaSame)
    {
        if (classes < 3 || cell.Mixup is not Mixup { Apply: MixedParts.InputsAndTargets, Partner: not PartnerChoice.SameClass })
            return None;
        MixedOptimum At(double mu, double lambda) => PredictedOptimum.Of(cell.Loss, new(classes, mu), lambda, LogitOffset.Free);
        var mu = FittedMu.Of(mu => At(mu, 1), alphaSame);
        return double.IsNaN(mu) ? None : new(mu, At(mu, 1).Alpha, lambda => IsOpen(cell.Loss, lambda) ? null : At(mu, lambda));
    }

    /// <summary>Alpha, beta and amplification at a lambda; NaN where nothing is predicted.</summary>
    public (double Alpha, double Beta, double Amplification) At(double lambda) => Optimum(lambda) is { } optimum
        ? (optimum.Alpha, optimum.Beta, (optimum.Alpha + optimum.Beta) / AlphaSame)
        : (double.NaN, double.NaN, double.NaN);

    /// <summary>Between its two labels, half each, the absolute error has no preference.</summary>
    private static bool IsOpen(LossSpec loss, double lambda) => loss is MaeLoss { Mix: LossMixing.Loss } && lambda == 0.5;
}
