namespace NeuralCollapse.Measures;

/// <summary>
/// The optimum of the smooth absolute error (r^2 / (2 beta) where |r| is below beta, |r| - beta/2 elsewhere; Girshick 2015) between logits
/// and kappa times the labels, averaged over the C classes, in <see cref="UnconstrainedFeatures"/>. With beta 0 it is the absolute error.
/// </summary>
/// <remarks>
/// Logit by logit the loss is convex, so with the sum of the logits as the only tie there is one optimum and one scalar equation. Without
/// an offset: z_i = prox_i(s), and s makes the sum zero. With a free offset: z_i = prox_i(s) - s. Here prox_i(s) is the x with
/// x + mu loss_i'(x) = s. From beta = kappa upwards the residuals stay in the quadratic part and the optimum is that of the squared error
/// at mu / (2 beta).
/// </remarks>
public static class SmoothAbsoluteErrorOptimum
{
    /// <summary>The optimum, solved by bisection to rounding.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="kappa">Scale of the target, positive.</param>
    /// <param name="beta">Width of the quadratic part, 0 or more.</param>
    /// <param name="form">Whether losses or targets are mixed.</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(
        UnconstrainedFeatures model, double lambda, double kappa, double beta, MixupForm form, LogitOffset offset = LogitOffset.Free)
    {
        ArgumentNullException.ThrowIfNull(model);
        UnconstrainedFeatures.RequireShare(lambda);
        RequireScale(kappa);
        if (!(beta >= 0 && double.IsFinite(beta)))
            throw new ArgumentException(FormattableString.Invariant($"Expected beta 0 or more, got {beta}."), nameof(beta));
        var (pull, reach) = (model.Mu / model.Classes, kappa + beta + (model.Mu / model.Classes));

        // mu times the derivative of the loss of a logit whose label has a share; sums to at most pull.
        double Slope(double logit, double share) => pull * (form == MixupForm.Targets
            ? Sign(logit - (kappa * share))
            : (share * Sign(logit - kappa)) + ((1 - share) * Sign(logit)));
        double Sign(double residual) => Math.Abs(residual) < beta ? residual / beta : Math.Sign(residual);
        // Where the slope jumps the logit rests on the jump for a range of s: exactly there, so that equal logits differ by exactly 0.
        bool Rests(double logit, double at, double share) => logit + Slope(Math.BitDecrement(logit), share) <= at &&
            at <= logit + Slope(Math.BitIncrement(logit), share);
        double Prox(double at, double share) => Rests(0, at, share) ? 0 : Rests(kappa, at, share) ? kappa :
            Bisection.Root(-reach - pull, reach + pull, logit => logit + Slope(logit, share) - at);
        double Logit(double at, double share) => Prox(at, share) - (offset == LogitOffset.Free ? at : 0);
        double Sum(double at) => Logit(at, lambda) + Logit(at, 1 - lambda) + ((model.Classes - 2) * Logit(at, 0));

        var root = Bisection.Root(-reach, reach, at => offset == LogitOffset.Free ? -Sum(at) : Sum(at));
        var rest = Logit(root, 0);
        return MixedOptimum.At(Logit(root, lambda) - rest, Logit(root, 1 - lambda) - rest, model.Classes);
    }

    internal static void RequireScale(double kappa)
    {
        if (!(kappa > 0 && double.IsFinite(kappa)))
            throw new ArgumentException(FormattableString.Invariant($"Expected a positive kappa, got {kappa}."), nameof(kappa));
    }
}

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
