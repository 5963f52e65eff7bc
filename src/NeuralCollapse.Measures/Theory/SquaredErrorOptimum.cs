namespace NeuralCollapse.Measures;

/// <summary>
/// The optimum of the squared error between logits and kappa times the labels, averaged over the C classes, in
/// <see cref="UnconstrainedFeatures"/>. Mixing losses and mixing targets differ by a constant.
/// </summary>
/// <remarks>
/// (1/C) |z - kappa t|^2 + |z|^2 / (2 mu) over logits that sum to zero gives z = kappa (t - 1/C) 2 mu / (2 mu + C): mixed features lie on
/// the chord between their class means, A = 1, whatever lambda. A free offset of the logits changes nothing.
/// </remarks>
public static class SquaredErrorOptimum
{
    /// <summary>The optimum, in closed form.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="kappa">Scale of the target, positive.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(UnconstrainedFeatures model, double lambda, double kappa)
    {
        ArgumentNullException.ThrowIfNull(model);
        UnconstrainedFeatures.RequireShare(lambda);
        SmoothAbsoluteErrorOptimum.RequireScale(kappa);
        var chord = kappa * (2 * model.Mu / ((2 * model.Mu) + model.Classes));
        return MixedOptimum.At(chord * lambda, chord * (1 - lambda), model.Classes);
    }
}

/// <summary>
/// The optimum of the rescaled squared error (k (z_y - M)^2 + sum_{j != y} z_j^2) / C (Hui and Belkin 2021), against a mixed target t
/// sum_j (1 + (k - 1) t_j) (z_j - M t_j)^2 / C, in <see cref="UnconstrainedFeatures"/>.
/// </summary>
/// <remarks>
/// The derivative of the loss in a logit is a x - b, with a and b functions of the share of its label. Without an offset
/// z_i = mu (b_i + nu)/(1 + mu a_i), with a free offset t z_i = mu (b_i - a_i t)/(1 + mu a_i); the sum of zero gives nu or t.
/// With k = 1 it is the squared error with kappa = M.
/// </remarks>
public static class RescaledSquaredErrorOptimum
{
    /// <summary>The optimum, in closed form.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="k">Weight of the label's own logit, positive.</param>
    /// <param name="m">Target M of the label's own logit, positive.</param>
    /// <param name="form">Whether losses or targets are mixed.</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(
        UnconstrainedFeatures model, double lambda, double k, double m, MixupForm form, LogitOffset offset = LogitOffset.Free)
    {
        ArgumentNullException.ThrowIfNull(model);
        UnconstrainedFeatures.RequireShare(lambda);
        SmoothAbsoluteErrorOptimum.RequireScale(k);
        SmoothAbsoluteErrorOptimum.RequireScale(m);
        var (free, classes) = (offset == LogitOffset.Free, model.Classes);
        double A(double share) => 2 * ((share * k) + 1 - share) / classes;
        double B(double share) => form == MixupForm.Losses ? 2 * share * k * m / classes : A(share) * m * share;
        double Sum(Func<double, double> term) => term(lambda) + term(1 - lambda) + ((classes - 2) * term(0));
        double Damped(double share) => 1 / (1 + (model.Mu * A(share)));

        var pull = Sum(s => B(s) * Damped(s));
        var level = pull / Sum(s => (free ? A(s) : 1) * Damped(s));
        double Logit(double share) => model.Mu * (B(share) - (level * (free ? A(share) : 1))) * Damped(share);
        return MixedOptimum.At(Logit(lambda) - Logit(0), Logit(1 - lambda) - Logit(0), classes);
    }
}
