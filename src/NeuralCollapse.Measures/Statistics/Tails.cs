using MathNet.Numerics.Distributions;

namespace NeuralCollapse.Measures;

/// <summary>
/// Probabilities in the tails of Student's t and of F, to 12 digits also where they are tiny; beyond thousands of degrees of freedom to fewer.
/// </summary>
internal static class Tails
{
    /// <summary>P(T >= t).</summary>
    public static double StudentAbove(double t, double freedom) => StudentT.CDF(0, 1, freedom, -t);

    /// <summary>P(|T| >= |t|).</summary>
    public static double StudentBeyond(double t, double freedom) => 2 * StudentAbove(Math.Abs(t), freedom);

    /// <summary>The t that |T| exceeds with probability 1 - level. The inverse that MathNet has looks no further than 800.</summary>
    public static double StudentQuantile(double level, double freedom)
    {
        double Above(double t) => 1 - level - StudentBeyond(t, freedom);
        var upper = 1.0;
        while (Above(upper) < 0)
            upper *= 2;
        return Bisection.Root(0, upper, Above);
    }

    /// <summary>P(F >= f), as the probability that an F with the degrees of freedom swapped is at most 1 / f.</summary>
    public static double FisherAbove(double f, double between, double within) => f == 0 ? 1 : FisherSnedecor.CDF(within, between, 1 / f);
}
