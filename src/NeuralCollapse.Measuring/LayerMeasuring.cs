using NeuralCollapse.Measures;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Measures collapse in every layer of a network, of pooled outputs on the training set, and where mixed samples lie between the class means
/// of the layer. The mixed samples are those of <see cref="MixedSampling"/>, the same at every epoch and in every layer.
/// </summary>
public static class LayerMeasuring
{
    /// <summary>Every layer in its order.</summary>
    /// <param name="trained">The network.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="mixed">The samples to be mixed; null: none.</param>
    /// <exception cref="DivergedException">An output is not finite.</exception>
    public static IReadOnlyList<LayerPoint> Of(TrainedEpoch trained, DataSet data, MixedSampling? mixed)
    {
        var train = trained.LayersOnTrain();
        var samples = mixed is null ? null : new MixedLayers(trained.LayersOf(mixed.SameClass), trained.LayersOf(mixed.PairsAt(0.5)), trained.LayersOf(mixed.PairsAt(0.75)));
        return [.. train.Select((layer, at) =>
        {
            var features = new LabelledFeatures(Wide(layer), data.Train.Labels, data.Classes);
            var means = ClassMeans.Of(features);
            var (half, threeQuarters) = samples is null ? (LayerMixture.None, LayerMixture.None) : Mixtures(means, mixed!, samples, at);
            return new LayerPoint
            {
                Epoch = trained.Epoch,
                Layer = layer.Name,
                Depth = (at + 1.0) / train.Count,
                Nc1 = WithinClassVariability.Nc1(features, means),
                Cdnv = ClassDistanceNormalizedVariance.Of(features, means),
                EffectiveRank = EffectiveRank.Of(features),
                NearestCentreAccuracy = NearestClassCentre.Accuracy(features, means),
                AtHalf = half,
                AtThreeQuarters = threeQuarters,
            };
        })];
    }

    private static (LayerMixture Half, LayerMixture ThreeQuarters) Mixtures(ClassMeans means, MixedSampling mixed, MixedLayers samples, int layer)
    {
        LayerMixture At(double lambda, LayerFeatures features) => LayerMixture.Of(
            means, Rows(samples.SameClass[layer], means), mixed.LabelsOfSameClass, lambda, Rows(features, means), mixed.Classes);
        return (At(0.5, samples.Half[layer]), At(0.75, samples.ThreeQuarters[layer]));
    }

    private static VectorSet Rows(LayerFeatures layer, ClassMeans means) => new(Wide(layer), means.Dimension);

    private static double[] Wide(LayerFeatures layer) => Array.ConvertAll(layer.Values, value => (double)value);

    private sealed record MixedLayers(IReadOnlyList<LayerFeatures> SameClass, IReadOnlyList<LayerFeatures> Half, IReadOnlyList<LayerFeatures> ThreeQuarters);
}
