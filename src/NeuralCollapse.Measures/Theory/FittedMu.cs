namespace NeuralCollapse.Measures;

/// <summary>
/// The mu = m / lambda_H of <see cref="UnconstrainedFeatures"/> that explains the length of a trained network's same-class features: at it
/// an unmixed sample has the alpha that was measured. So one number of the network is fitted, and all that mixing does is predicted.
/// </summary>
public static class FittedMu
{
    /// <summary>The smallest mu that is considered.</summary>
    public const double Least = 1e-2;

    /// <summary>The largest mu that is considered; decay then no longer matters.</summary>
    public const double Most = 1e6;

    /// <summary>
    /// The mu whose optimum has the alpha, to a millionth of it; the largest where the optimum levels off at it, as that of the absolute
    /// error does. NaN where there is none from <see cref="Least"/> to <see cref="Most"/>: alpha is too small, or beyond what the loss asks
    /// for, or the optimum jumps past it.
    /// </summary>
    /// <param name="optimum">The optimum of an unmixed sample as a function of mu; its alpha does not decrease with mu.</param>
    /// <param name="alpha">Measured coefficient of same-class samples, in units of logits.</param>
    public static double Of(Func<double, MixedOptimum> optimum, double alpha)
    {
        ArgumentNullException.ThrowIfNull(optimum);
        if (!(alpha > 0 && double.IsFinite(alpha)))
            return double.NaN;
        const double within = 1e-6;
        bool Has(double mu) => Math.Abs(optimum(mu).Alpha - alpha) <= within * alpha;
        if (Has(Most))
            return Most;
        var mu = Math.Exp(Bisection.Root(Math.Log(Least), Math.Log(Most), logarithm => optimum(Math.Exp(logarithm)).Alpha - alpha));
        return Has(mu) ? mu : double.NaN;
    }
}
