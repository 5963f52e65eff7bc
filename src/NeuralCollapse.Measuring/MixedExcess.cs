using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring;

/// <summary>
/// How far the loss that a network reaches on mixed samples is above that of the optimum which theory predicts: where it is far, the network
/// is not where the prediction is about, and tells nothing of it.
/// </summary>
public static class MixedExcess
{
    /// <summary>
    /// (reached - optimal) / optimal, with both losses means over lambda uniform on [1/2, 1] by the trapezoid rule; no decay is counted. NaN
    /// where nothing is predicted at some lambda.
    /// </summary>
    /// <param name="loss">What is trained on.</param>
    /// <param name="classifier">Of the network.</param>
    /// <param name="features">Of samples mixed of two classes, at each of <see cref="MixedSampling.Lambdas"/>: a row for each pair.</param>
    /// <param name="pairs">Label and partner of each.</param>
    /// <param name="prediction">Where theory puts them.</param>
    /// <param name="offset">Whether the classifier lets the logits share an offset.</param>
    public static double Of(
        LossSpec loss, Classifier classifier, IReadOnlyList<VectorSet> features, IReadOnlyList<(int Label, int Partner)> pairs, MixedPrediction prediction, LogitOffset offset)
    {
        var (reached, optimal) = (0.0, 0.0);
        foreach (var (at, lambda) in MixedSampling.Lambdas.Index())
        {
            if (prediction.Optimum(lambda) is not { } optimum)
                return double.NaN;
            var weight = at == 0 || at == MixedSampling.Lambdas.Count - 1 ? 0.5 : 1;
            reached += weight * pairs.Select((pair, i) => loss.Value(classifier.Logits(features[at][i]), pair.Label, pair.Partner, lambda)).Average();
            optimal += weight * OptimalLoss.Of(optimum, classifier.Classes, offset, logits => loss.Value(logits, 0, 1, lambda));
        }

        return (reached - optimal) / optimal;
    }
}
