namespace NeuralCollapse.Measures;

/// <summary>The mean length of vectors: of features, centred class means or rows of the classifier. Depends on scale.</summary>
public static class MeanNorm
{
    /// <summary>Mean of |v_i|, 0 or more.</summary>
    public static double Of(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Enumerable.Range(0, vectors.Count).Average(i => EuclideanSpace.Norm(vectors[i]));
    }
}
