namespace NeuralCollapse.Measures.Tests;

/// <summary>The configuration that neural collapse ends in, exact but for rounding.</summary>
internal static class Simplex
{
    /// <summary>
    /// C vectors of one length with equal, maximal angles, in any D of at least C - 1: the columns of the Helmert matrix.
    /// </summary>
    public static VectorSet Of(int classes, int dimension, double radius)
    {
        var values = new double[classes * dimension];
        for (var c = 0; c < classes; c++)
        {
            for (var j = 1; j < classes; j++)
            {
                var helmert = c < j ? 1.0 : c == j ? -j : 0;
                values[(c * dimension) + j - 1] = radius * Math.Sqrt(classes / (classes - 1.0)) * helmert / Math.Sqrt(j * (j + 1.0));
            }
        }
        return new VectorSet(values, dimension);
    }

    /// <summary>
    /// Features around centres with the exact within-class covariance s^2 I: for each class and axis k the two samples mu_c +- s sqrt(D)
    /// e_k, all moved by an offset.
    /// </summary>
    public static LabelledFeatures WithNoise(VectorSet centres, double deviation, double offset)
    {
        var values = new List<double>();
        var labels = new List<int>();
        for (var c = 0; c < centres.Count; c++)
        {
            for (var sample = 0; sample < 2 * centres.Dimension; sample++)
            {
                var step = (sample % 2 == 0 ? 1 : -1) * deviation * Math.Sqrt(centres.Dimension);
                for (var k = 0; k < centres.Dimension; k++)
                    values.Add(offset + centres[c][k] + (k == sample / 2 ? step : 0));
                labels.Add(c);
            }
        }
        return new LabelledFeatures([.. values], [.. labels], centres.Count);
    }
}
