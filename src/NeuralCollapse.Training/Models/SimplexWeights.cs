namespace NeuralCollapse.Training;

/// <summary>The rows of a simplex: W with W W^T = m (I - 11^T/C), C x D row-major.</summary>
public static class SimplexWeights
{
    /// <summary>Along the axes: column k (from 1) is that of Helmert's matrix, and zero from k = C on.</summary>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="dimension">D, at least C - 1.</param>
    /// <param name="scale">m, positive.</param>
    public static double[] Of(int classes, int dimension, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, classes - 1);
        var weights = new double[classes * dimension];
        for (var k = 1; k < classes; k++)
        {
            var unit = Math.Sqrt(scale / ((double)k * (k + 1)));
            for (var row = 0; row <= k; row++)
                weights[(row * dimension) + k - 1] = row < k ? unit : -k * unit;
        }

        return weights;
    }

    /// <summary>In uniformly random directions: the same times the transpose of D x (C - 1) orthonormal columns.</summary>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="dimension">D, at least C - 1.</param>
    /// <param name="scale">m, positive.</param>
    /// <param name="random">Where the directions come from.</param>
    public static double[] Of(int classes, int dimension, double scale, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, classes - 1);
        var (inAxes, directions) = (Of(classes, classes - 1, scale), Orthonormal(classes - 1, dimension, random));
        var weights = new double[classes * dimension];
        for (var row = 0; row < classes; row++)
        {
            foreach (var (k, direction) in directions.Index())
                Add(weights.AsSpan(row * dimension, dimension), inAxes[(row * (classes - 1)) + k], direction);
        }

        return weights;
    }

    /// <summary>Vectors of a uniformly random frame: normal ones, each less its part along those before it (Gram and Schmidt), twice, for rounding.</summary>
    private static double[][] Orthonormal(int count, int dimension, RandomStream random)
    {
        var frame = new double[count][];
        for (var k = 0; k < count; k++)
        {
            var vector = frame[k] = new double[dimension];
            for (var i = 0; i < dimension; i++)
                vector[i] = random.NextNormal();
            foreach (var other in frame[..k].Concat(frame[..k]))
                Add(vector, -Dot(vector, other), other);
            var length = Math.Sqrt(Dot(vector, vector));
            for (var i = 0; i < dimension; i++)
                vector[i] /= length;
        }

        return frame;
    }

    private static void Add(Span<double> to, double factor, double[] vector)
    {
        for (var i = 0; i < vector.Length; i++)
            to[i] += factor * vector[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
