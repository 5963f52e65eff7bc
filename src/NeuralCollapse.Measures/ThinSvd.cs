namespace NeuralCollapse.Measures;

/// <summary>The thin singular value decomposition M = U S V^T of a set of row vectors, cut to its numerical rank.</summary>
/// <remarks>
/// One-sided Jacobi (Hestenes 1958): rotate pairs of rows until all are orthogonal; their lengths are S, their directions V^T, the
/// rotations U^T. It squares no matrix, so small singular values keep their relative accuracy, and it is one fixed sequence of
/// scalar operations: no library, thread count or instruction set changes a bit. Cost O(C^2 D) a sweep, about ten sweeps.
/// </remarks>
public sealed record ThinSvd
{
    private const int SweepLimit = 100;

    private ThinSvd(double[] singularValues, double[][] left, double[][] right) =>
        (SingularValues, Left, Right) = (singularValues, left, right);

    /// <summary>S_1 >= ... >= S_r > 0, those kept.</summary>
    public IReadOnlyList<double> SingularValues { get; }

    /// <summary>Left singular vectors u_j, r of them, one component for each row of M.</summary>
    public IReadOnlyList<double[]> Left { get; }

    /// <summary>Right singular vectors v_j, r of them, each a unit vector of the space of the rows.</summary>
    public IReadOnlyList<double[]> Right { get; }

    /// <summary>r, the numerical rank; 0 when every row is zero.</summary>
    public int Rank => SingularValues.Count;

    /// <summary>Decomposes, keeping the singular values above a fraction of the largest, and no more than a given number.</summary>
    /// <param name="rows">M.</param>
    /// <param name="maximumRank">The rank that M has by construction; what lies beyond it is rounding.</param>
    /// <param name="relativeCutoff">Keep S_j > relativeCutoff S_1.</param>
    /// <exception cref="InvalidOperationException">The rows are not orthogonal after 100 sweeps, which finite rows always are.</exception>
    public static ThinSvd Of(VectorSet rows, int maximumRank, double relativeCutoff)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (count, dimension) = (rows.Count, rows.Dimension);
        var turned = Enumerable.Range(0, count).Select(i => rows[i].ToArray()).ToArray();
        var rotations = Enumerable.Range(0, count).Select(i => Unit(i, count)).ToArray();
        Orthogonalise(turned, rotations, Math.Sqrt(dimension) * EuclideanSpace.MachineEpsilon);

        var lengths = turned.Select(row => EuclideanSpace.Norm(row)).ToArray();
        var largest = lengths.Max();
        var kept = Enumerable.Range(0, count)
            .Where(j => lengths[j] > relativeCutoff * largest)
            .OrderByDescending(j => lengths[j])
            .Take(Math.Min(maximumRank, dimension))
            .ToArray();
        return new ThinSvd(
            [.. kept.Select(j => lengths[j])],
            [.. kept.Select(j => rotations[j])],
            [.. kept.Select(j => Array.ConvertAll(turned[j], x => x / lengths[j]))]);
    }

    private static void Orthogonalise(double[][] rows, double[][] rotations, double tolerance)
    {
        var negligible = EuclideanSpace.MachineEpsilon * rows.Max(row => EuclideanSpace.Norm(row));
        for (var sweep = 0; sweep < SweepLimit; sweep++)
        {
            var settled = true;
            for (var p = 0; p < rows.Length; p++)
            {
                for (var q = p + 1; q < rows.Length; q++)
                    settled &= !Turn(rows, rotations, p, q, tolerance, negligible);
            }
            if (settled)
                return;
        }
        throw new InvalidOperationException(
            $"The singular value decomposition of {rows.Length} rows did not settle in {SweepLimit} sweeps.");
    }

    /// <summary>Rotates rows p and q into orthogonality; false when they already are orthogonal or one is zero but for rounding.</summary>
    private static bool Turn(double[][] rows, double[][] rotations, int p, int q, double tolerance, double negligible)
    {
        var (lengthP, lengthQ) = (EuclideanSpace.Norm(rows[p]), EuclideanSpace.Norm(rows[q]));
        var product = EuclideanSpace.Dot(rows[p], rows[q]);
        // Written so that NaN ends the iteration too.
        if (!(lengthP > negligible && lengthQ > negligible && Math.Abs(product) > tolerance * lengthP * lengthQ))
            return false;
        var zeta = (lengthQ - lengthP) * (lengthQ + lengthP) / (2 * product);
        var tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        Rotate(rows[p], rows[q], cosine, cosine * tangent);
        Rotate(rotations[p], rotations[q], cosine, cosine * tangent);
        return true;
    }

    private static void Rotate(double[] a, double[] b, double cosine, double sine)
    {
        for (var k = 0; k < a.Length; k++)
            (a[k], b[k]) = ((cosine * a[k]) - (sine * b[k]), (sine * a[k]) + (cosine * b[k]));
    }

    private static double[] Unit(int index, int length)
    {
        var unit = new double[length];
        unit[index] = 1;
        return unit;
    }
}
