namespace NeuralCollapse.Measures;

/// <summary>
/// The optimum of the focal loss sum_k t_k FL(p_k), with FL(p) = -(1 - p)^gamma ln p and the mixed target t, in
/// <see cref="UnconstrainedFeatures"/>. Mixing losses gives the same sum.
/// </summary>
/// <remarks>
/// Stationary logits are z_i = mu (t_i a(p_i) - p_i sum_k t_k a(p_k)) with a(p) = -p FL'(p). By symmetry two unknowns are left, alpha and
/// beta, in which Newton's method with a step control minimises. The loss is not convex for gamma above 0: the search starts from the
/// optimum of cross-entropy and from the origin, and the lower result counts.
/// </remarks>
public static class FocalOptimum
{
    /// <summary>The optimum, solved to a gradient of zero but for rounding.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <param name="gamma">Focusing exponent, 0 or more; 0 is cross-entropy.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(UnconstrainedFeatures model, double lambda, double gamma)
    {
        RequireExponent(gamma);
        var start = CrossEntropyOptimum.Of(model, lambda);
        if (lambda < 0.5)
            return Of(model, 1 - lambda, gamma).Exchanged();
        var objective = new FocalObjective(model, lambda, gamma);
        var (alpha, beta) = new[] { (start.Alpha, start.Beta), (0, 0) }.Select(objective.Minimum).MinBy(point => objective.At(point).Value);
        return MixedOptimum.At(alpha, beta, model.Classes);
    }

    internal static void RequireExponent(double gamma)
    {
        if (!(gamma >= 0 && double.IsFinite(gamma)))
            throw new ArgumentException(FormattableString.Invariant($"Expected gamma 0 or more, got {gamma}."), nameof(gamma));
    }
}
