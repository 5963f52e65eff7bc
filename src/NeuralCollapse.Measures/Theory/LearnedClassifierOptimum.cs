namespace NeuralCollapse.Measures;

/// <summary>
/// The scale that a simplex classifier learned in the UFM takes: m of W W^T = m (I - 11^T/C) minimises
/// E[V(m / lambda_H)] + (lambda_W/2) |W|_F^2, where V(mu) is the least loss(z) + |z|^2 / (2 mu) of a sample and |W|_F^2 = (C - 1) m.
/// </summary>
/// <remarks>
/// By the envelope theorem dV/dmu = -|z*|^2 / (2 mu^2) with the optimal logits z*, so that a scale m > 0 satisfies
/// E|z*(mu)|^2 / mu^2 = lambda_H lambda_W (C - 1): only the product of the two decays decides mu, and m = lambda_H mu. For a convex loss V is
/// convex in mu and the left side falls from |gradient at the origin|^2, so there is one solution; where the right side is not below that,
/// the decays are too strong and all collapses to the origin, m = 0. Under the focal loss there can be several minima, also m = 0 beside a
/// positive one: the derivative is summed up on a grid of mu to find the lowest.
/// </remarks>
public static class LearnedClassifierOptimum
{
    private const double LeastMu = 1e-6;
    private const double MostMu = 1e9;
    private const int StepsPerDecade = 6;

    /// <summary>mu = m / lambda_H; 0 for the collapse of everything, infinite above 1e9.</summary>
    /// <param name="classes">C, at least 3.</param>
    /// <param name="decays">lambda_H lambda_W, positive.</param>
    /// <param name="optimum">The optimum of a sample for a model and lambda.</param>
    /// <param name="samples">The distribution of lambda, with weights that sum to 1; (1, 1) for unmixed samples.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double Mu(
        int classes,
        double decays,
        Func<UnconstrainedFeatures, double, MixedOptimum> optimum,
        IReadOnlyList<(double Lambda, double Weight)> samples)
    {
        ArgumentNullException.ThrowIfNull(optimum);
        ArgumentNullException.ThrowIfNull(samples);
        if (!(decays > 0 && double.IsFinite(decays)))
            throw new ArgumentException(FormattableString.Invariant($"Expected a positive product of decays, got {decays}."), nameof(decays));
        // Twice the derivative of the objective in mu, over lambda_H.
        double Slope(double logMu)
        {
            var mu = Math.Exp(logMu);
            var model = new UnconstrainedFeatures(classes, mu);
            return (decays * (classes - 1)) - (samples.Sum(sample => sample.Weight * SquaredLogits(optimum(model, sample.Lambda), classes)) / (mu * mu));
        }
        var (least, most) = (Math.Log(LeastMu), Math.Log(MostMu));
        var steps = (int)Math.Round((most - least) / Math.Log(10) * StepsPerDecade);
        var grid = Enumerable.Range(0, steps + 1).Select(i => least + ((most - least) * i / steps)).ToArray();
        var slopes = Array.ConvertAll(grid, Slope);
        if (slopes[^1] <= 0)
            return double.PositiveInfinity;
        // What the objective is above that of m = 0, at a point of the grid and at the lowest minimum so far.
        var (height, lowest, best) = (slopes[0] * LeastMu, 0.0, 0.0);
        for (var i = 1; i <= steps; i++)
        {
            height += ((slopes[i] * Math.Exp(grid[i])) + (slopes[i - 1] * Math.Exp(grid[i - 1]))) / 2 * (grid[i] - grid[i - 1]);
            if (slopes[i - 1] < 0 && slopes[i] >= 0 && height < lowest)
                (lowest, best) = (height, Math.Exp(Bisection.Root(grid[i - 1], grid[i], Slope)));
        }
        return best;
    }

    /// <summary>|z|^2 of the part of the logits that sums to zero.</summary>
    private static double SquaredLogits(MixedOptimum optimum, int classes)
    {
        var sum = optimum.Alpha + optimum.Beta;
        return (optimum.Alpha * optimum.Alpha) + (optimum.Beta * optimum.Beta) - (sum * sum / classes);
    }
}
