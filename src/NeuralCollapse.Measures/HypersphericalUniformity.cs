namespace NeuralCollapse.Measures;

/// <summary>
/// GNC2 (the uniformity of Liu et al. 2023; Wu and Papyan 2024): how evenly the directions of vectors are spread over the sphere, by a
/// kernel over all pairs of unit vectors. It has a meaning also where D is under C - 1 and no simplex exists. For a simplex every pair has
/// the distance sqrt(2 C/(C - 1)).
/// </summary>
public static class HypersphericalUniformity
{
    public static Metric LogMean { get; } = new()
    {
        Name = "gnc2-log-mean",
        Title = "GNC2 log kernel, mean",
        Meaning =
            "Mean over pairs of -ln of the distance between centred class means scaled to length 1, at least -ln 2; -ln " +
            "sqrt(2C/(C-1)) at collapse.",
        Value = measured => measured.CentredMeans is { } means ? Logarithm(means).Mean : null,
    };

    public static Metric LogVariance { get; } = new()
    {
        Name = "gnc2-log-variance",
        Title = "GNC2 log kernel, variance",
        IsLogarithmic = true,
        Meaning = "Variance over pairs of the quantity whose mean is gnc2-log-mean; 0 at collapse.",
        Value = measured => measured.CentredMeans is { } means ? Logarithm(means).Variance : null,
    };

    /// <summary>
    /// Of the logarithmic kernel -ln |x_a - x_b| over all pairs, with the biased variance; at least -ln 2, infinite or NaN when two
    /// directions coincide, NaN when a vector is zero.
    /// </summary>
    public static (double Mean, double Variance) Logarithm(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var units = new VectorSet([.. vectors.Values], vectors.Dimension);
        for (var j = 0; j < units.Values.Length; j++)
            units.Values[j] /= EuclideanSpace.Norm(vectors[j / vectors.Dimension]);
        var values = new List<double>();
        for (var a = 0; a < units.Count; a++)
        {
            for (var b = a + 1; b < units.Count; b++)
                values.Add(-Math.Log(Math.Sqrt(EuclideanSpace.SquaredDistance(units[a], units[b]))));
        }
        return (Statistics.Mean([.. values]), Statistics.Variance([.. values], 0));
    }
}
