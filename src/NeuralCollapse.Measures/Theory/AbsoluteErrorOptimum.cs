namespace NeuralCollapse.Measures;

/// <summary>
/// The optimum of the absolute error between logits and kappa times the labels, averaged over the C classes, in
/// <see cref="UnconstrainedFeatures"/>.
/// </summary>
/// <remarks>
/// With losses mixed and a free offset the logits snap to the weighted median of the labels: kappa e_y for lambda above 1/2, kappa e_y'
/// below, as soon as mu is large enough to hold them there. At lambda = 1/2 every logit between 0 and kappa is equally good for the loss,
/// and the decay decides for the origin. With targets mixed they lie on the chord. Without an offset the origin is the optimum for every
/// lambda, also for unmixed samples: among logits that sum to zero none comes nearer to its one-hot target than the origin does.
/// </remarks>
public static class AbsoluteErrorOptimum
{
    /// <summary>The optimum, solved by bisection to rounding.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="kappa">Scale of the target, positive.</param>
    /// <param name="form">Whether losses or targets are mixed.</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(
        UnconstrainedFeatures model, double lambda, double kappa, MixupForm form, LogitOffset offset = LogitOffset.Free) =>
        SmoothAbsoluteErrorOptimum.Of(model, lambda, kappa, beta: 0, form, offset);
}
