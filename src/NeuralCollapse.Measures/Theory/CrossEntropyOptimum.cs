namespace NeuralCollapse.Measures;

/// <summary>
/// The optimum of cross-entropy under mixup, also with label smoothing, in <see cref="UnconstrainedFeatures"/>. Mixing losses and mixing
/// targets is the same for this loss.
/// </summary>
/// <remarks>
/// Stationary logits are z = mu (t - p), with the target t = (1 - s) (lambda e_y + (1 - lambda) e_y') + s/C and p = softmax(z). So
/// mu p_i e^(mu p_i) = mu e^(mu t_i) / S with S = sum_i e^(z_i), which says p_i = W0(mu e^(mu t_i) / S) / mu; S follows from sum_i p_i = 1.
/// Same-class samples are the case lambda = 1: their feature does not depend on how they are mixed.
/// </remarks>
public static class CrossEntropyOptimum
{
    /// <summary>The optimum; exact but for rounding.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="smoothing">Label smoothing s, in [0, 1).</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(UnconstrainedFeatures model, double lambda, double smoothing = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        UnconstrainedFeatures.RequireShare(lambda);
        if (!(smoothing >= 0 && smoothing < 1))
            throw new ArgumentException(FormattableString.Invariant($"Expected smoothing in [0, 1), got {smoothing}."), nameof(smoothing));
        var rest = smoothing / model.Classes;
        var (label, partner) = (((1 - smoothing) * lambda) + rest, ((1 - smoothing) * (1 - lambda)) + rest);
        var shift = Shift(model, label, partner, rest);
        double Output(double target) => WrightOmega.Of((model.Mu * target) + shift) / model.Mu;
        var (p, q, r) = (Output(label), Output(partner), Output(rest));
        // Differences of logits are mu (t_i - p_i - t_j + p_j) and also ln p_i - ln p_j; each loses digits where the other keeps them.
        double Coefficient(double target, double output) =>
            model.Mu < 1 ? model.Mu * (target - rest - (output - r)) : Math.Log(output / r);
        return new() { Label = p, Partner = q, Rest = r, Alpha = Coefficient(label, p), Beta = Coefficient(partner, q) };
    }

    /// <summary>
    /// ln mu - ln S, the root of sum_i omega(mu t_i + s) = mu. The sum is increasing and convex in s, so Newton's steps from a point right of
    /// the root, where already the largest term is mu, go left, ever nearer, and never past it.
    /// </summary>
    private static double Shift(UnconstrainedFeatures model, double label, double partner, double rest)
    {
        var shift = model.Mu + Math.Log(model.Mu) - (model.Mu * Math.Max(label, partner));
        while (true)
        {
            double sum = -model.Mu, slope = 0;
            foreach (var (count, target) in new[] { (1, label), (1, partner), (model.Classes - 2, rest) })
            {
                var omega = WrightOmega.Of((model.Mu * target) + shift);
                sum += count * omega;
                slope += count * omega / (1 + omega);
            }
            var next = shift - (sum / slope);
            if (!(next < shift))
                return shift;
            shift = next;
        }
    }
}

/// <summary>
/// The Lambert function W0 of an exponential: omega(t) = W0(e^t), the positive root of w + ln w = t (Corless and Jeffrey 2002). Unlike
/// W0(e^t) itself it does not overflow for t above 709.
/// </summary>
public static class WrightOmega
{
    private const double Rounding = 2.220446049250313e-16; // 2^-52

    /// <summary>omega(t), to a few units in the last place; 0 when t is below -745.</summary>
    public static double Of(double t)
    {
        if (double.IsNaN(t) || double.IsPositiveInfinity(t))
            return t;
        // w + ln w is concave, and both starts lie left of the root: Newton's steps go right, ever nearer, and never past it.
        var w = t >= 1 ? t - Math.Log(t) : Math.Exp(t) / (1 + Math.Exp(t));
        while (w > 0)
        {
            var next = w * ((1 + t - Math.Log(w)) / (1 + w));
            if (next <= w * (1 + Rounding))
                return next;
            w = next;
        }
        return w;
    }
}
