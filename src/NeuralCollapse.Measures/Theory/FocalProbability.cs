namespace NeuralCollapse.Measures;

/// <summary>
/// What the focal loss asks a two-class network to say: the probability p of a label that minimises its expectation
/// lambda FL(p) + (1 - lambda) FL(1 - p), with FL(p) = -(1 - p)^gamma ln p. For gamma above 0 it is not proper: p lies between lambda and 1/2.
/// </summary>
public static class FocalProbability
{
    /// <summary>p, in [0, 1].</summary>
    /// <param name="lambda">True probability of the label, in [0, 1].</param>
    /// <param name="gamma">Focusing exponent, 0 or more.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double Of(double lambda, double gamma)
    {
        UnconstrainedFeatures.RequireShare(lambda);
        FocalOptimum.RequireExponent(gamma);
        // p (1 - p) times the derivative of the expectation, whose sign is that of the derivative and which stays finite at the ends.
        return Bisection.Root(0, 1, p =>
            (1 - lambda) * p * FocalTerm.Pull(1 - p, p, gamma) - lambda * (1 - p) * FocalTerm.Pull(p, 1 - p, gamma));
    }
}
