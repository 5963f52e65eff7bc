using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>Where mixed features lie in the frame of the centred classifier, about the mean of the class means of unmixed features.</summary>
internal sealed class MixedGeometry
{
    private readonly ClassMeans means;
    private readonly VectorSet weights;
    private readonly double scale; // m, where W W^T is m (I - 11^T/C) at collapse
    private readonly FittedOptimum prediction;

    /// <param name="means">Of the unmixed training features.</param>
    /// <param name="classifier">Of the network.</param>
    /// <param name="withinClasses">Features of samples mixed within their class.</param>
    /// <param name="fit">The prediction that has a given alpha for same-class samples.</param>
    public MixedGeometry(ClassMeans means, Classifier classifier, LabelledFeatures withinClasses, Func<double, FittedOptimum> fit)
    {
        (this.means, weights) = (means, classifier.Weights.Centred());
        scale = Scale(weights);
        AlphaSame = scale * Enumerable.Range(0, withinClasses.Samples)
            .Average(i => Coordinates(withinClasses[i], withinClasses.Labels[i], withinClasses.Labels[i]).Alpha);
        prediction = fit(AlphaSame);
    }

    /// <summary>Mean coefficient of same-class mixed features on their classifier, in units of logits.</summary>
    public double AlphaSame { get; }

    /// <summary>mu of the prediction: it explains <see cref="AlphaSame"/>. NaN where none does.</summary>
    public double Mu => prediction.Mu;

    /// <summary>The scale m of a classifier: mean |w_c|^2 C/(C - 1) over its centred rows.</summary>
    public static double Scale(VectorSet weights) =>
        weights.Values.Sum(value => value * value) / (weights.Count - 1);

    /// <summary>Means over the samples that are mixed at a lambda.</summary>
    /// <param name="epoch">Epochs trained.</param>
    /// <param name="lambda">Share of the label.</param>
    /// <param name="features">A row for each sample.</param>
    /// <param name="classes">Label and partner of each.</param>
    public LambdaRow At(int epoch, double lambda, VectorSet features, IReadOnlyList<(int Label, int Partner)> classes)
    {
        var located = classes.Select((c, i) => Coordinates(features[i], c.Label, c.Partner)).ToList();
        var (alpha, beta) = (scale * located.Average(p => p.Alpha), scale * located.Average(p => p.Beta));
        var predicted = prediction.At(lambda);
        return new()
        {
            Epoch = epoch,
            Lambda = lambda,
            Pairs = classes.Count,
            Alpha = alpha,
            Beta = beta,
            Amplification = (alpha + beta) / AlphaSame,
            Thickness = located.Average(p => p.Thickness),
            ChordDeviation = classes.Select((c, i) => ChordDeviation.Of(features[i], means.Means[c.Label], means.Means[c.Partner], lambda)).Average(),
            PredictedAlpha = predicted.Alpha,
            PredictedBeta = predicted.Beta,
            PredictedAmplification = predicted.Amplification,
            Distance = classes.Select((c, i) => Distance(features[i], c.Label, c.Partner, predicted.Alpha, predicted.Beta)).Average(),
        };
    }

    private PairCoordinates Coordinates(ReadOnlySpan<double> feature, int label, int partner) =>
        PairCoordinates.Of(feature, [.. means.GlobalMean], weights, label, partner);

    /// <summary>|h - h*| over the length of the feature that the prediction gives an unmixed sample.</summary>
    private double Distance(ReadOnlySpan<double> feature, int label, int partner, double alpha, double beta)
    {
        var (squares, unmixed) = (0.0, 0.0);
        for (var k = 0; k < feature.Length; k++)
        {
            var (u, v) = (weights[label][k] / scale, weights[partner][k] / scale);
            var miss = feature[k] - means.GlobalMean[k] - (alpha * u) - (beta * v);
            squares += miss * miss;
            unmixed += prediction.AlphaSame * u * prediction.AlphaSame * u;
        }

        return Math.Sqrt(squares / unmixed);
    }
}
