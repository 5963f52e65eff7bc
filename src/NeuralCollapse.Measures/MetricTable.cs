namespace NeuralCollapse.Measures;

/// <summary>All metrics, in the order in which they are recorded.</summary>
public static class MetricTable
{
    /// <summary>Collapse of features and classifier: what can be measured of exported features.</summary>
    public static IReadOnlyList<Metric> OfFeatures { get; } =
    [
        WithinClassVariability.OnTrain, ScatterQuotient.OnTrain, ClassDistanceNormalizedVariance.OnTrain, EffectiveRank.OnTrain,
        Equinorm.OfMeans, Equiangularity.OfMeans, Equinorm.OfWeights, Equiangularity.OfWeights,
        StructureError.OfMeans, StructureError.OfWeights, StructureError.OfCentredWeights,
        HypersphericalUniformity.LogMean, HypersphericalUniformity.LogVariance,
        StructureError.OfDuality, StructureError.OfCentredDuality, SelfDuality.OnTrain, SelfDuality.CosineOnTrain,
        NearestClassCentre.AgreementOnTrain, NearestClassCentre.AccuracyOnTrain,
        MeanNorm.OfFeatures, MeanNorm.OfMeans, MeanNorm.OfWeights, GlobalMeanLogits.OnTrain,
    ];

    /// <summary>Of a trained network.</summary>
    public static IReadOnlyList<Metric> OfNetwork { get; } =
    [
        MeanLoss.Objective, MeanLoss.OnTrain, Accuracy.OnTrain, ExpectedCalibrationError.OnTrain,
        MeanLoss.OnTest, Accuracy.OnTest, ExpectedCalibrationError.OnTest, AdaptiveCalibrationError.OnTest, ConfidenceGap.OnTest,
        CrossEntropy.OnTest, BrierScore.OnTest,
        MeanLoss.OnValidation, Accuracy.OnValidation, TemperatureScaling.Temperature, TemperatureScaling.ScaledError,
        .. OfFeatures,
        WithinClassVariability.OnTest, NearestClassCentre.AgreementOnTest, NearestClassCentre.AccuracyOnTest,
        WithinClassVariability.OnMixed, MixedMetrics.AlphaSame, MixedMetrics.Mu, MixedMetrics.AmplificationAtHalf,
        MixedMetrics.AmplificationMiss, MixedMetrics.RatioAtThreeQuarters, MixedMetrics.ExcessLoss,
    ];

    /// <summary>Of the UFM, the unconstrained features model.</summary>
    public static IReadOnlyList<Metric> OfUfm { get; } =
    [
        MeanLoss.Objective, MixedMetrics.Mu, MixedMetrics.AlphaSame, MixedMetrics.AmplificationAtHalf,
        MixedMetrics.AlphaError, MixedMetrics.BetaError, MixedMetrics.AmplificationError, MixedMetrics.PredictedMu,
        Equinorm.OfWeights, Equiangularity.OfWeights, StructureError.OfDuality, SelfDuality.OnTrain, SelfDuality.CosineOnTrain,
    ];

    /// <summary>Every metric, each once.</summary>
    public static IReadOnlyList<Metric> All { get; } = [.. OfNetwork.Union(OfUfm)];

    /// <summary>The metric of a name; null where there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);
}
