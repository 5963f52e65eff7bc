namespace NeuralCollapse.Measures;

/// <summary>
/// How far inner products are from those of a simplex equiangular tight frame (Zhu et al. 2021): |G/|G|_F - (I - 11^T/C)/sqrt(C - 1)|_F for
/// a C x C matrix G of inner products. In [0, 2], independent of scale; NaN when G is zero. A frame needs at least C - 1 dimensions.
/// </summary>
/// <remarks>
/// Vectors that are not centred do not reach 0: orthonormal ones give sqrt(2 - 2 sqrt((C - 1)/C)), which is 0.32 at C = 10 and 0.10
/// at C = 100.
/// </remarks>
public static class StructureError
{
    /// <summary>NC2: of vectors with themselves; the centred class means, or the rows of the classifier, raw or centred.</summary>
    public static double Of(VectorSet vectors) => Between(vectors, vectors);

    /// <summary>
    /// NC3: of the rows of the classifier, raw or centred, with the centred class means. 0: a frame, and the two parallel.
    /// </summary>
    /// <exception cref="ArgumentException">The sets differ in count or dimension.</exception>
    public static double Between(VectorSet weights, VectorSet means)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(means);
        weights.RequireSameShape(means);
        var classes = weights.Count;
        var products = new double[classes * classes];
        for (var a = 0; a < classes; a++)
        {
            for (var b = 0; b < classes; b++)
            {
                products[a * classes + b] = EuclideanSpace.Dot(weights[a], means[b]);
            }
        }
        var norm = EuclideanSpace.Norm(products);
        var sum = 0.0;
        for (var j = 0; j < products.Length; j++)
        {
            var simplex = ((j / classes == j % classes ? 1.0 : 0.0) - 1.0 / classes) / Math.Sqrt(classes - 1);
            var difference = products[j] / norm - simplex;
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }
}
