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
        var chord = kappa * (2 * model.Mu / (2 * model.Mu + model.Classes));
        return MixedOptimum.At(chord * lambda, chord * (1 - lambda), model.Classes);
    }
}
