using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Where theory puts a mixed sample under the loss of a spec.</summary>
internal static class PredictedOptimum
{
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
}
