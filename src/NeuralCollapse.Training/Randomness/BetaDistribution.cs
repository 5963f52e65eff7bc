namespace NeuralCollapse.Training;

/// <summary>The symmetric Beta(alpha, alpha) distribution of mixup's lambda.</summary>
public static class BetaDistribution
{
    /// <summary>One draw in [0, 1]; alpha = 1 is uniform.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="alpha">Both parameters, greater than 0.</param>
    public static double NextBeta(this RandomStream random, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        if (alpha == 1)
            return random.NextUniform();
        // Logarithms, because for a small alpha both Gamma variates underflow to 0 and their ratio would be 0 / 0.
        var (x, y) = (NextLogGamma(random, alpha), NextLogGamma(random, alpha));
        return 1 / (1 + Math.Exp(y - x));
    }

    /// <summary>Logarithm of a Gamma(shape, 1) variate (Marsaglia and Tsang 2000; below shape 1 with their boost of section 6).</summary>
    private static double NextLogGamma(RandomStream random, double shape)
    {
        if (shape < 1)
            return NextLogGamma(random, shape + 1) + (Math.Log(1 - random.NextUniform()) / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = random.NextNormal();
            var root = 1 + (c * normal);
            if (root <= 0)
                continue;
            var v = root * root * root;
            if (Math.Log(1 - random.NextUniform()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
                return Math.Log(d * v);
        }
    }
}
