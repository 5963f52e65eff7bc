using NeuralCollapse.Measures;

namespace NeuralCollapse.Runner;

/// <summary>The measures of neural collapse under the names they are recorded by.</summary>
internal static class CollapseMetrics
{
    public static IEnumerable<KeyValuePair<string, double>> Of(LabelledFeatures features, Classifier classifier)
    {
        var means = ClassMeans.Of(features);
        var (centred, weights) = (means.Centred, classifier.Weights);
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
            new("nc3-structure", StructureError.Between(weights, centred)),
            new("nc3-distance-squared", SelfDuality.DistanceSquared(weights, centred)),
            new("nc3-cosine-distance", SelfDuality.CosineDistance(weights, centred)),
            new("nc4-agreement", NearestClassCentre.Agreement(features, means, classifier)),
            new("nearest-centre-accuracy", NearestClassCentre.Accuracy(features, means)),
        ];
    }
}
