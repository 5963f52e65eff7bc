namespace NeuralCollapse.Measures;

/// <summary>
/// Where mixed features lie in the frame of the centred classifier: h - o = (alpha w_y + beta w_y') / m + residual, with m the scale of W.
/// </summary>
/// <param name="ends">Where unmixed samples of each class lie, C x D: the ends of the chords.</param>
/// <param name="origin">o, D: the global mean of the class means, or zero in the UFM.</param>
/// <param name="weights">W less the mean of its rows, C x D.</param>
public sealed class MixedGeometry(VectorSet ends, IReadOnlyList<double> origin, VectorSet weights)
{
    private readonly double[] origin = [.. origin];

    /// <summary>m of W W^T = m (I - 11^T/C) at collapse: mean |w_c|^2 C/(C - 1) over the centred rows.</summary>
    public double Scale { get; } = weights.Values.Sum(value => value * value) / (weights.Count - 1);

    /// <summary>Mean alpha, in units of logits, of samples that are of one class each.</summary>
    /// <param name="features">A row for each sample.</param>
    /// <param name="labels">Their classes.</param>
    public double AlphaSame(VectorSet features, IReadOnlyList<int> labels) =>
        Scale * labels.Select((label, i) => Coordinates(features[i], label, label).Alpha).Average();

    /// <summary>Means over the samples that are mixed at a lambda.</summary>
    /// <param name="epoch">Epochs trained.</param>
    /// <param name="lambda">Share of the label.</param>
    /// <param name="features">A row for each sample.</param>
    /// <param name="classes">Label and partner of each; the chord of a class with itself has no length, so its samples are measured on that to the next class.</param>
    /// <param name="alphaSame">What <see cref="AlphaSame"/> gave.</param>
    /// <param name="prediction">Where theory puts them.</param>
    public MixedPoint At(
        int epoch, double lambda, VectorSet features, IReadOnlyList<(int Label, int Partner)> classes, double alphaSame, MixedPrediction prediction)
    {
        var coordinates = classes.Select((c, i) => Coordinates(features[i], c.Label, c.Partner)).ToList();
        var (alpha, beta) = (Scale * coordinates.Average(c => c.Alpha), Scale * coordinates.Average(c => c.Beta));
        var (predictedAlpha, predictedBeta, predictedAmplification) = prediction.At(lambda);
        return new()
        {
            Epoch = epoch,
            Lambda = lambda,
            Pairs = classes.Count,
            Alpha = alpha,
            Beta = beta,
            Amplification = (alpha + beta) / alphaSame,
            Thickness = coordinates.Average(c => c.Thickness),
            ChordDeviation = classes.Select((c, i) => ChordDeviation.Of(features[i], ends[c.Label], ends[End(c)], lambda)).Average(),
            PredictedAlpha = predictedAlpha,
            PredictedBeta = predictedBeta,
            PredictedAmplification = predictedAmplification,
            Distance = classes.Select((c, i) => Distance(features[i], c, predictedAlpha, predictedBeta, prediction.AlphaSame)).Average(),
        };
    }

    private int End((int Label, int Partner) classes) => classes.Partner == classes.Label ? (classes.Label + 1) % ends.Count : classes.Partner;

    private PairCoordinates Coordinates(ReadOnlySpan<double> feature, int label, int partner) =>
        PairCoordinates.Of(feature, origin, weights, label, partner);

    /// <summary>|h - h*| over the length of the feature that the prediction gives an unmixed sample.</summary>
    private double Distance(ReadOnlySpan<double> feature, (int Label, int Partner) classes, double alpha, double beta, double alphaSame)
    {
        var (squares, unmixed) = (0.0, 0.0);
        for (var k = 0; k < feature.Length; k++)
        {
            var (u, v) = (weights[classes.Label][k] / Scale, weights[classes.Partner][k] / Scale);
            var miss = feature[k] - origin[k] - (alpha * u) - (beta * v);
            squares += miss * miss;
            unmixed += alphaSame * u * alphaSame * u;
        }

        return unmixed == 0 ? double.NaN : Math.Sqrt(squares / unmixed);
    }
}

/// <summary>Where theory puts mixed samples.</summary>
/// <param name="Mu">The mu it is for; NaN where none was fitted, or theory does not cover the cell.</param>
/// <param name="AlphaSame">Alpha of unmixed samples at it.</param>
/// <param name="Optimum">Optimum at a lambda; null where there is none, or more than one.</param>
public sealed record MixedPrediction(double Mu, double AlphaSame, Func<double, MixedOptimum?> Optimum)
{
    /// <summary>Nothing is predicted.</summary>
    public static MixedPrediction None { get; } = new(double.NaN, double.NaN, _ => null);

    /// <summary>Alpha, beta and amplification at a lambda; NaN where nothing is predicted.</summary>
    public (double Alpha, double Beta, double Amplification) At(double lambda) => Optimum(lambda) is { } optimum
        ? (optimum.Alpha, optimum.Beta, AlphaSame == 0 ? double.NaN : (optimum.Alpha + optimum.Beta) / AlphaSame)
        : (double.NaN, double.NaN, double.NaN);
}
