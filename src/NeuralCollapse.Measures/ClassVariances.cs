namespace NeuralCollapse.Measures;

/// <summary>How far the samples of each class lie from their class mean.</summary>
internal static class ClassVariances
{
    /// <summary>For each class the sum over its samples of |h_i - mu_c|^2.</summary>
    public static double[] SquaredDeviations(LabelledFeatures features, ClassMeans means)
    {
        ArgumentNullException.ThrowIfNull(features);
        means.RequireSameSpace(features.Classes, features.Dimension);
        var sums = new double[features.Classes];
        for (var i = 0; i < features.Samples; i++)
        {
            var label = features.Labels[i];
            sums[label] += EuclideanSpace.SquaredDistance(features[i], means.Means[label]);
        }
        return sums;
    }
}
