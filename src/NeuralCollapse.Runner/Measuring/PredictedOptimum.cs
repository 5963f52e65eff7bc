using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>What theory says of the losses that a spec can ask for.</summary>
internal static class PredictedOptimum
{
    /// <summary>Where a mixed sample ends under a loss.</summary>
    /// <param name="loss">The loss, with its way of mixing.</param>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
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
            _ => throw new NotSupportedException($"no theory of {loss.GetType().Name}"),
        };
    }
}
