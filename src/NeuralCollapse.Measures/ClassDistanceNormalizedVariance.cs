namespace NeuralCollapse.Measures;

/// <summary>
/// CDNV, class-distance normalised variance (Galanti, Gyorgy and Hutter 2022): the mean over pairs of classes of
/// (v_a + v_b) / (2 |mu_a - mu_b|^2), with v_c the mean of |h - mu_c|^2 over class c. Independent of scale; needs no inverse.
/// </summary>
public static class ClassDistanceNormalizedVariance
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "cdnv",
        Title = "CDNV",
        IsLogarithmic = true,
        Meaning =
            "Class-distance normalised variance: mean variance of two classes divided by the squared distance between their means, " +
            "averaged over pairs; 0 at collapse, inf when two classes share a mean.",
        Value = measured => measured.Train is { } train ? Of(train.Features, train.Means) : null,
    };

    /// <summary>
    /// CDNV, 0 or more; infinite where two classes with scatter share a mean (but for rounding). NaN where it is undefined: they share a
    /// mean and have no scatter, each class has one sample only, or a class has none.
    /// </summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Of(LabelledFeatures features, ClassMeans means)
    {
        ArgumentNullException.ThrowIfNull(means);
        if (means.AreSingleSamples)
            return double.NaN;
        var variances = means.SquaredDeviations(features);
        for (var c = 0; c < variances.Length; c++)
            variances[c] /= features.ClassCounts[c];
        return Statistics.MeanOverPairs(variances.Length, (a, b) =>
        {
            var distance = EuclideanSpace.SquaredDistance(means.Means[a], means.Means[b]);
            var variance = (variances[a] + variances[b]) / 2;
            return distance <= means.Rounding * means.Rounding ? means.OverZero(variance) : variance / distance;
        });
    }
}
