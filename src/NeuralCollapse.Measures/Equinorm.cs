namespace NeuralCollapse.Measures;

/// <summary>
/// NC2, equal norms: the coefficient of variation std(|v_c|) / mean(|v_c|) of the lengths of the centred class means, or of the rows of the
/// classifier (Papyan, Han and Donoho 2020). 0 when all are equally long; NaN when all are zero.
/// </summary>
public static class Equinorm
{
    public static Metric OfMeans { get; } = new()
    {
        Name = "nc2-equinorm-means",
        Title = "NC2 equal norms, means",
        Meaning = "Standard deviation of the norms of the centred class means, divided by their mean; 0 at collapse.",
        Value = measured => measured.CentredMeans is { } means ? Of(means) : null,
    };

    public static Metric OfWeights { get; } = new()
    {
        Name = "nc2-equinorm-weights",
        Title = "NC2 equal norms, weights",
        Meaning = "Standard deviation of the norms of the rows of the classifier, divided by their mean; 0 at collapse.",
        Value = measured => measured.Classifier is { } classifier ? Of(classifier.Weights) : null,
    };

    /// <summary>With the unbiased standard deviation (divided by C - 1), as the published code of Papyan, Han and Donoho has it.</summary>
    public static double Of(VectorSet vectors) => Statistics.Deviation(Norms(vectors), 1) / Statistics.Mean(Norms(vectors));

    private static double[] Norms(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return [.. Enumerable.Range(0, vectors.Count).Select(c => EuclideanSpace.Norm(vectors[c]))];
    }
}
