using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring;

/// <summary>Where theory puts a mixed sample under the loss of a spec.</summary>
public static class PredictedOptimum
{
    /// <summary>
    /// The prediction for a network whose same-class samples have a given alpha: none unless the cell mixes inputs and targets of different
    /// classes, and has three classes or more.
    /// </summary>
    public static MixedPrediction Fitted(CellSpec cell, int classes, double alphaSame)
    {
        if (classes < 3 || cell.Mixup is not Mixup { Apply: MixedParts.InputsAndTargets, Partner: not PartnerChoice.SameClass })
            return MixedPrediction.None;
        MixedOptimum At(double mu, double lambda) => Of(cell.Loss, new(classes, mu), lambda, LogitOffset.Free);
        var mu = FittedMu.Of(mu => At(mu, 1), alphaSame);
        return double.IsNaN(mu)
            ? MixedPrediction.None
            : new(mu, At(mu, 1).Alpha, lambda => IsOpen(cell.Loss, lambda) ? null : At(mu, lambda));
    }

    /// <summary>The optimum, with losses or targets mixed as the spec says.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1]; 1 for a same-class sample.</param>
    /// <param name="offset">Whether the logits may share an offset; it matters to no loss that looks at the softmax alone.</param>
    public static MixedOptimum Of(LossSpec loss, UnconstrainedFeatures model, double lambda, LogitOffset offset)
    {
        var form = loss.Mix == LossMixing.Loss ? MixupForm.Losses : MixupForm.Targets;
        return loss switch
        {
            CrossEntropyLoss l => CrossEntropyOptimum.Of(model, lambda, l.Smoothing),
            FocalLoss l => FocalOptimum.Of(model, lambda, l.Gamma),
            ScaledMseLoss l => SquaredErrorOptimum.Of(model, lambda, l.Kappa),
            RescaledMseLoss l => RescaledSquaredErrorOptimum.Of(model, lambda, l.K, l.M, form, offset),
            MaeLoss l => AbsoluteErrorOptimum.Of(model, lambda, l.Kappa, form, offset),
            SmoothL1Loss l => SmoothAbsoluteErrorOptimum.Of(model, lambda, l.Kappa, l.Beta, form, offset),
            _ => throw new NotSupportedException($"no optimum for {loss.GetType().Name}"),
        };
    }
    /// <summary>Between its two labels, half each, the absolute error has no preference.</summary>
    private static bool IsOpen(LossSpec loss, double lambda) => loss is MaeLoss { Mix: LossMixing.Loss } && lambda == 0.5;
}
