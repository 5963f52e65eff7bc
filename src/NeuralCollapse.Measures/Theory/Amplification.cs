namespace NeuralCollapse.Measures;

/// <summary>
/// A(lambda) = (alpha + beta) / alpha_same: how far mixed features lie out of the chord between their class means. 1: on the chord; above
/// 1: bowed outwards, away from the origin; below 1: inwards.
/// </summary>
public static class Amplification
{
    /// <summary>A at lambda.</summary>
    /// <param name="optimum">The optimum as a function of lambda; at lambda 1 it is that of an unmixed, or same-class mixed, sample.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <returns>A, or NaN where the optimum of unmixed samples is the origin.</returns>
    public static double Of(Func<double, MixedOptimum> optimum, double lambda)
    {
        ArgumentNullException.ThrowIfNull(optimum);
        var (mixed, same) = (optimum(lambda), optimum(1));
        return same.Alpha == 0 ? double.NaN : (mixed.Alpha + mixed.Beta) / same.Alpha;
    }
}
