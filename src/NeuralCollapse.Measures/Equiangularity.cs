namespace NeuralCollapse.Measures;

/// <summary>
/// NC2, equal and maximal angles: the mean over pairs of classes of |cos(v_a, v_b) + 1/(C - 1)|, for the centred class means or the rows of
/// the classifier (Papyan, Han and Donoho 2020).
/// </summary>
public static class Equiangularity
{
    public static Metric OfMeans { get; } = new()
    {
        Name = "nc2-equiangular-means",
        Title = "NC2 equal angles, means",
        Meaning = "Mean of |cos + 1/(C-1)| over pairs of centred class means; 0 at collapse.",
        Value = measured => measured.CentredMeans is { } means ? Of(means) : null,
    };

    public static Metric OfWeights { get; } = new()
    {
        Name = "nc2-equiangular-weights",
        Title = "NC2 equal angles, weights",
        Meaning = "Mean of |cos + 1/(C-1)| over pairs of rows of the classifier; 0 at collapse.",
        Value = measured => measured.Classifier is { } classifier ? Of(classifier.Weights) : null,
    };

    /// <summary>
    /// The deviation from the angles of a simplex; 0 for a simplex, which needs at least C - 1 dimensions; at most C/(C - 1).
    /// NaN when a vector is zero.
    /// </summary>
    public static double Of(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Statistics.MeanOverPairs(
            vectors.Count, (a, b) => Math.Abs(EuclideanSpace.Cosine(vectors[a], vectors[b]) + (1.0 / (vectors.Count - 1))));
    }
}
