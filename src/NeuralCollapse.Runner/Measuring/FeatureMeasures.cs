using System.Text.Json.Nodes;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>Every measure of collapse of exported features, by name; null where it needs a classifier and there is none.</summary>
internal static class FeatureMeasures
{
    public static JsonObject Of(ExportedFeatures exported)
    {
        var (features, classifier) = (exported.Features, exported.Classifier);
        var means = ClassMeans.Of(features);
        var (centred, kernel) = (means.Centred, HypersphericalUniformity.Logarithm(means.Centred));
        JsonNode? Weights(Func<VectorSet, double> measure) => classifier is null ? null : Json.Number(measure(classifier.Weights));
        return new JsonObject
        {
            ["samples"] = features.Samples,
            ["dimensions"] = features.Dimension,
            ["classes"] = features.Classes,
            ["nc1"] = Json.Number(WithinClassVariability.Nc1(features, means)),
            ["nc1_quotient"] = Json.Number(ScatterQuotient.Of(features, means)),
            ["cdnv"] = Json.Number(ClassDistanceNormalizedVariance.Of(features, means)),
            ["nc2_equinorm_means"] = Json.Number(Equinorm.Of(centred)),
            ["nc2_equinorm_weights"] = Weights(Equinorm.Of),
            ["nc2_equiangular_means"] = Json.Number(Equiangularity.Of(centred)),
            ["nc2_equiangular_weights"] = Weights(Equiangularity.Of),
            ["nc2_etf_means"] = Json.Number(StructureError.Of(centred)),
            ["nc2_etf_weights"] = Weights(StructureError.Of),
            ["nc2_etf_weights_centred"] = Weights(w => StructureError.Of(w.Centred())),
            ["nc3_structure"] = Weights(w => StructureError.Between(w, centred)),
            ["nc3_structure_centred"] = Weights(w => StructureError.Between(w.Centred(), centred)),
            ["nc3_distance_squared"] = Weights(w => SelfDuality.DistanceSquared(w, centred)),
            ["nc3_cosine_distance"] = Weights(w => SelfDuality.CosineDistance(w, centred)),
            ["gnc2_log_mean"] = Json.Number(kernel.Mean),
            ["gnc2_log_variance"] = Json.Number(kernel.Variance),
            ["nc4_agreement"] = classifier is null ? null : Json.Number(NearestClassCentre.Agreement(features, means, classifier)),
            ["nearest_centre_accuracy"] = Json.Number(NearestClassCentre.Accuracy(features, means)),
        };
    }
}
