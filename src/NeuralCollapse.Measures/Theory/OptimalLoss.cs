using MathNet.Numerics.Optimization;

namespace NeuralCollapse.Measures;

/// <summary>The loss of a mixed sample that lies at its optimum.</summary>
public static class OptimalLoss
{
    private const double Within = 1e-6; // of the reach of the logits: at a minimum the loss then has twice as many digits
    private const int MostIterations = 1000;

    /// <summary>
    /// The loss of logits alpha, beta and 0 for the other classes, but for an offset that all share: with zero mean or, where the offset is
    /// free and the loss is lower there, the best, which a bias with equal components gives.
    /// </summary>
    /// <param name="optimum">Alpha and beta.</param>
    /// <param name="classes">C.</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
    /// <param name="loss">Of logits whose first has the label and whose second the partner; convex in an offset.</param>
    public static double Of(MixedOptimum optimum, int classes, LogitOffset offset, Func<double[], double> loss)
    {
        ArgumentNullException.ThrowIfNull(optimum);
        double At(double shared) => loss(MixedOptimum.Logits(optimum.Alpha, optimum.Beta, shared, classes));

        if (offset == LogitOffset.None)
            return At(0);
        var reach = 1 + Math.Abs(optimum.Alpha) + Math.Abs(optimum.Beta);
        try
        {
            var best = GoldenSectionMinimizer.Minimum(ObjectiveFunction.ScalarValue(At), -reach, reach, xTolerance: Within * reach, maxIterations: MostIterations);
            return Math.Min(At(0), best.FunctionInfoAtMinimum.Value);
        }
        catch (OptimizationException)
        {
            // No bracket: a convex function is then the same everywhere but for rounding, as of losses that take a softmax.
            return At(0);
        }
    }
}
