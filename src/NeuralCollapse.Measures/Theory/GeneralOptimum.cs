using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NeuralCollapse.Measures;

/// <summary>The optimum of any loss under mixup in <see cref="UnconstrainedFeatures"/>, found numerically: for losses without a closed form.</summary>
/// <remarks>
/// By symmetry the logits of the C - 2 other classes are equal, so that alpha, beta and, where it is free, the offset are all there is to
/// find. The simplex search of Nelder and Mead needs no derivative, which a loss may lack; it is started anew from where it ended until
/// nothing is gained, from the origin and from the optimum of cross-entropy, and the lower result counts. Coefficients agree with closed
/// forms to about 1e-6 of the largest.
/// </remarks>
public static class GeneralOptimum
{
    private const double Converged = 1e-13; // of the size of the objective, whose rounding is a hundredth of it
    private const int MostIterations = 10_000;
    private const int MostRestarts = 20;

    /// <summary>The optimum.</summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1]; at 1 beta is 0.</param>
    /// <param name="offset">Whether the logits may share an offset.</param>
    /// <param name="loss">Of the logits of a sample whose label is the first class and whose partner the second, mixed with the share lambda; it must not distinguish the other classes.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static MixedOptimum Of(UnconstrainedFeatures model, double lambda, LogitOffset offset, Func<double[], double> loss)
    {
        UnconstrainedFeatures.RequireShare(lambda);
        var near = CrossEntropyOptimum.Of(model, lambda);
        var (coefficients, shifts) = (lambda == 1 ? 1 : 2, offset == LogitOffset.Free ? 1 : 0);
        double Objective(Vector<double> at) => Value(model, loss, at[0], coefficients > 1 ? at[1] : 0, shifts > 0 ? at[coefficients] : 0);
        var (best, _) = new[] { new[] { near.Alpha, near.Beta }, [0, 0] }
            .Select(start => Minimum(Objective, Vector<double>.Build.Dense([.. start[..coefficients], .. new double[shifts]])))
            .MinBy(found => found.Value);
        return MixedOptimum.At(best[0], coefficients > 1 ? best[1] : 0, model.Classes);
    }

    private static double Value(UnconstrainedFeatures model, Func<double[], double> loss, double alpha, double beta, double offset) =>
        loss(MixedOptimum.Logits(alpha, beta, offset, model.Classes))
        + (((alpha * alpha) + (beta * beta) - ((alpha + beta) * (alpha + beta) / model.Classes)) / (2 * model.Mu));

    private static (Vector<double> At, double Value) Minimum(Func<Vector<double>, double> objective, Vector<double> start)
    {
        var (at, value) = (start, objective(start));
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            var steps = at.Map(x => Math.Max(0.1, Math.Abs(x) / 10));
            var converged = Converged * (1 + Math.Abs(value));
            var found = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(objective), at, steps, converged, MostIterations);
            var gained = value - found.FunctionInfoAtMinimum.Value;
            if (gained > 0)
                (at, value) = (found.MinimizingPoint, found.FunctionInfoAtMinimum.Value);
            if (!(gained > converged))
                break;
        }

        return (at, value);
    }
}
