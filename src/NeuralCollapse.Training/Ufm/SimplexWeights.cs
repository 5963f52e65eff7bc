namespace NeuralCollapse.Training;

/// <summary>The rows of a simplex.</summary>
public static class SimplexWeights
{
    /// <summary>
    /// W with W W^T = scale (I - 11^T/C), C x D row-major: column k (from 1) is that of Helmert's matrix, and zero from k = C on.
    /// </summary>
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
}
