namespace NeuralCollapse.Measures;

/// <summary>The mean length of vectors: of features, centred class means or rows of the classifier. Depends on scale.</summary>
public static class MeanNorm
{
    public static Metric OfFeatures { get; } = new()
    {
        Name = "feature-norm",
        Title = "Feature norm",
        Meaning = "Mean length of the training features.",
        Value = measured => measured.Train is { } train ? Of(new(train.Features.Values, train.Features.Dimension)) : null,
    };

    public static Metric OfMeans { get; } = new()
    {
        Name = "mean-norm",
        Title = "Mean norm",
        Meaning = "Mean length of the centred class means.",
        Value = measured => measured.CentredMeans is { } means ? Of(means) : null,
    };

    public static Metric OfWeights { get; } = new()
    {
        Name = "weight-norm",
        Title = "Weight norm",
        Meaning = "Mean length of the rows of the classifier.",
        Value = measured => measured.Classifier is { } classifier ? Of(classifier.Weights) : null,
    };

    /// <summary>Mean of |v_i|, 0 or more.</summary>
    public static double Of(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Enumerable.Range(0, vectors.Count).Average(i => EuclideanSpace.Norm(vectors[i]));
    }
}
