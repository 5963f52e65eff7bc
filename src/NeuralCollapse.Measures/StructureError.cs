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
    public static Metric OfMeans { get; } = new()
    {
        Name = "nc2-etf-means",
        Title = "NC2 distance to simplex, means",
        Meaning = "Frobenius distance between the normalised Gram matrix of the centred class means and that of a simplex; 0 at collapse.",
        Value = measured => measured.CentredMeans is { } means ? Of(means) : null,
    };

    public static Metric OfWeights { get; } = new()
    {
        Name = "nc2-etf-weights",
        Title = "NC2 distance to simplex, weights",
        Meaning = "Frobenius distance between the normalised Gram matrix of the classifier and that of a simplex; 0 at collapse.",
        Value = measured => measured.Classifier is { } classifier ? Of(classifier.Weights) : null,
    };

    public static Metric OfCentredWeights { get; } = new()
    {
        Name = "nc2-etf-weights-centred",
        Title = "NC2 distance to simplex, centred weights",
        Meaning = "As nc2-etf-weights, with the mean row subtracted from each row; 0 at collapse.",
        Value = measured => measured.Classifier is { } classifier ? Of(classifier.Weights.Centred()) : null,
    };

    public static Metric OfDuality { get; } = new()
    {
        Name = "nc3-structure",
        Title = "NC3 structure",
        Meaning =
            "Frobenius distance between the normalised product of classifier and centred class means and the Gram matrix of a " +
            "simplex; 0 at collapse.",
        Value = measured => measured is { Classifier: { } classifier, CentredMeans: { } means } ? Between(classifier.Weights, means) : null,
    };

    public static Metric OfCentredDuality { get; } = new()
    {
        Name = "nc3-structure-centred",
        Title = "NC3 structure, centred weights",
        Meaning = "As nc3-structure, with the mean row of the classifier subtracted from each row; 0 at collapse.",
        Value = measured => measured is { Classifier: { } classifier, CentredMeans: { } means } ? Between(classifier.Weights.Centred(), means) : null,
    };

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
                products[(a * classes) + b] = EuclideanSpace.Dot(weights[a], means[b]);
        }
        var norm = EuclideanSpace.Norm(products);
        var sum = 0.0;
        for (var j = 0; j < products.Length; j++)
        {
            var simplex = ((j / classes == j % classes ? 1.0 : 0.0) - (1.0 / classes)) / Math.Sqrt(classes - 1);
            var difference = (products[j] / norm) - simplex;
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }
}
