namespace NeuralCollapse.Measures;

/// <summary>Means over lambda ~ Beta(A, A) by Gauss quadrature: exact for polynomials of degree below twice the nodes.</summary>
/// <remarks>
/// The polynomials orthogonal under this density obey p_k+1 = x p_k - b_k p_k-1 on x = 2 lambda - 1 in [-1, 1], with
/// b_k = k (k + 2A - 2) / ((2k + 2A - 1)(2k + 2A - 3)). The nodes are the eigenvalues of the matrix with sqrt(b_k) beside its diagonal, and
/// a node's weight is one over the sum of the squares of the normalised polynomials there (Golub and Welsch 1969).
/// </remarks>
public static class SymmetricBeta
{
    /// <summary>Nodes lambda in (0, 1), ascending, and their weights, which sum to 1.</summary>
    /// <param name="alpha">
    /// A, positive; 1 is uniform. The alpha of a mixup setting, not the coefficient alpha of <see cref="MixedOptimum"/>.
    /// </param>
    /// <param name="nodes">How many, at least 1.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static IReadOnlyList<(double Lambda, double Weight)> Nodes(double alpha, int nodes)
    {
        if (!(alpha > 0 && double.IsFinite(alpha)))
            throw new ArgumentException(FormattableString.Invariant($"Expected a positive alpha, got {alpha}."), nameof(alpha));
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        double B(int k) => k == 1 ? 1 / ((2 * alpha) + 1) : k * (k + (2 * alpha) - 2) / (((2 * k) + (2 * alpha) - 1) * ((2 * k) + (2 * alpha) - 3));
        var squares = Enumerable.Range(1, nodes).Select(B).ToArray();
        return [.. Enumerable.Range(0, nodes).Select(i =>
        {
            var x = Bisection.Root(-1, 1, at => Below(squares, nodes, at) > i ? 1 : -1);
            return ((1 + x) / 2, Weight(squares, nodes, x));
        })];
    }

    /// <summary>How many eigenvalues are below a number: the negative pivots of the matrix less the number (Sturm).</summary>
    private static int Below(double[] squares, int nodes, double at)
    {
        var (pivot, negative) = (-at, at > 0 ? 1 : 0);
        for (var k = 1; k < nodes; k++)
        {
            // A pivot of 0 stands for a very small one of either sign.
            pivot = -at - (squares[k - 1] / (pivot == 0 ? double.Epsilon : pivot));
            negative += pivot < 0 ? 1 : 0;
        }
        return negative;
    }

    private static double Weight(double[] squares, int nodes, double x)
    {
        double before = 0, value = 1, sum = 1;
        for (var k = 1; k < nodes; k++)
        {
            (before, value) = (value, ((x * value) - ((k > 1 ? Math.Sqrt(squares[k - 2]) : 0) * before)) / Math.Sqrt(squares[k - 1]));
            sum += value * value;
        }
        return 1 / sum;
    }
}
