using NeuralCollapse.Measures;

namespace NeuralCollapse.Runner;

/// <summary>The measures of neural collapse under the names they are recorded by.</summary>
internal static class CollapseMetrics
{
    /// <summary>Of the training features, by their class means.</summary>
    public static IEnumerable<KeyValuePair<string, double>> OnTrain(LabelledFeatures features, ClassMeans means, Classifier classifier)
    {
        var (centred, weights) = (means.Centred, classifier.Weights);
        var kernel = HypersphericalUniformity.Logarithm(centred);
        return
        [
            new("nc1", WithinClassVariability.Nc1(features, means)),
            new("nc1-quotient", ScatterQuotient.Of(features, means)),
            new("cdnv", ClassDistanceNormalizedVariance.Of(features, means)),
            new("nc2-equinorm-means", Equinorm.Of(centred)),
            new("nc2-equiangular-means", Equiangularity.Of(centred)),
            new("nc2-equinorm-weights", Equinorm.Of(weights)),
            new("nc2-equiangular-weights", Equiangularity.Of(weights)),
            new("nc2-etf-means", StructureError.Of(centred)),
            new("nc2-etf-weights", StructureError.Of(weights)),
            new("nc2-etf-weights-centred", StructureError.Of(weights.Centred())),
            new("gnc2-log-mean", kernel.Mean),
            new("gnc2-log-variance", kernel.Variance),
            new("nc3-structure", StructureError.Between(weights, centred)),
            new("nc3-structure-centred", StructureError.Between(weights.Centred(), centred)),
            new("nc3-distance-squared", SelfDuality.DistanceSquared(weights, centred)),
            new("nc3-cosine-distance", SelfDuality.CosineDistance(weights, centred)),
            new("nc4-agreement", NearestClassCentre.Agreement(features, means, classifier)),
            new("nearest-centre-accuracy", NearestClassCentre.Accuracy(features, means)),
            new("feature-norm", MeanNorm.Of(new(features.Values, features.Dimension))),
            new("mean-norm", MeanNorm.Of(centred)),
            new("weight-norm", MeanNorm.Of(weights)),
            new("global-mean-logits", GlobalMeanLogits.Norm(means, classifier)),
        ];
    }

    /// <summary>Of the test features: NC1 by their own class means, which needs samples of each class, and the rest by those of training.</summary>
    public static IEnumerable<KeyValuePair<string, double>> OnTest(LabelledFeatures features, ClassMeans trainingMeans, Classifier classifier) =>
    [
        new("test-nc1", features.ClassCounts.Contains(0) ? double.NaN : WithinClassVariability.Nc1(features, ClassMeans.Of(features))),
        new("test-nc4-agreement", NearestClassCentre.Agreement(features, trainingMeans, classifier)),
        new("test-nearest-centre-accuracy", NearestClassCentre.Accuracy(features, trainingMeans)),
    ];
}
