namespace NeuralCollapse.Measures;

/// <summary>
/// NC3, self-duality: how far the rows of the classifier are from the centred class means, each in units of its own size. The structure
/// form is <see cref="StructureError.Between"/>. Weights may be given raw or centred; the value differs unless they sum to zero.
/// </summary>
public static class SelfDuality
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "nc3-distance-squared",
        Title = "NC3 self-duality",
        IsLogarithmic = true,
        Meaning =
            "Squared Frobenius distance between classifier and centred class means, each scaled to norm 1; 0 when they are dual to each " +
            "other.",
        Value = measured => measured is { Classifier: { } classifier, CentredMeans: { } means } ? DistanceSquared(classifier.Weights, means) : null,
    };

    public static Metric CosineOnTrain { get; } = new()
    {
        Name = "nc3-cosine-distance",
        Title = "NC3 cosine distance",
        IsLogarithmic = true,
        Meaning = "Mean over classes of 1 - cos of the angle between the classifier row and the centred mean of a class; 0 at collapse.",
        Value = measured => measured is { Classifier: { } classifier, CentredMeans: { } means } ? CosineDistance(classifier.Weights, means) : null,
    };

    /// <summary>
    /// |W/|W|_F - M/|M|_F|_F^2 (Papyan, Han and Donoho 2020), in [0, 4]: 0 parallel, 2 orthogonal, 4 opposite; NaN when W or M is zero.
    /// </summary>
    /// <exception cref="ArgumentException">The sets differ in count or dimension.</exception>
    public static double DistanceSquared(VectorSet weights, VectorSet centredMeans)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(centredMeans);
        weights.RequireSameShape(centredMeans);
        var (weightNorm, meanNorm) = (EuclideanSpace.Norm(weights.Values), EuclideanSpace.Norm(centredMeans.Values));
        var sum = 0.0;
        for (var j = 0; j < weights.Values.Length; j++)
        {
            var difference = (weights.Values[j] / weightNorm) - (centredMeans.Values[j] / meanNorm);
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>Mean over classes of 1 - cos(w_c, mu_c - mu_G) (GNC3 of Jiang et al. 2023), in [0, 2]; NaN when a row is zero.</summary>
    /// <exception cref="ArgumentException">The sets differ in count or dimension.</exception>
    public static double CosineDistance(VectorSet weights, VectorSet centredMeans)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(centredMeans);
        weights.RequireSameShape(centredMeans);
        return 1 - Statistics.Mean([.. Enumerable.Range(0, weights.Count).Select(c => EuclideanSpace.Cosine(weights[c], centredMeans[c]))]);
    }
}
