using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Where free features lie, lambda by lambda, beside where theory puts them.</summary>
/// <param name="epoch">The trained features; the origin of their frame is zero, which decay pulls them to.</param>
/// <param name="rows">W less the mean of its rows, C x D.</param>
/// <param name="scale">m of W W^T = m (I - 11^T/C).</param>
/// <param name="optimum">The optimum as a function of lambda.</param>
internal sealed class UnconstrainedLambdas(UnconstrainedEpoch epoch, VectorSet rows, double scale, Func<double, MixedOptimum> optimum)
{
    private readonly VectorSet features = new(epoch.Features, rows.Dimension);
    private readonly double[] origin = new double[rows.Dimension];

    /// <summary>One row for each lambda of the samples, in ascending order; that of the samples of one class alone is 1.</summary>
    public IReadOnlyList<LambdaRow> Of(IReadOnlyList<MixedPair> pairs)
    {
        var byLambda = pairs.Index().ToLookup(sample => sample.Item.Lambda);
        var same = byLambda[1].Average(sample => Coordinates(sample).Alpha);
        return [.. byLambda.OrderBy(samples => samples.Key).Select(samples => Row([.. samples], same))];
    }

    private LambdaRow Row(IReadOnlyList<(int Place, MixedPair Pair)> samples, double same)
    {
        var lambda = samples[0].Pair.Lambda;
        var coordinates = samples.Select(Coordinates).ToList();
        var (alpha, beta) = (coordinates.Average(c => c.Alpha), coordinates.Average(c => c.Beta));
        var predicted = optimum(lambda);
        return new()
        {
            Epoch = epoch.Epoch,
            Lambda = lambda,
            Pairs = samples.Count,
            Alpha = scale * alpha,
            Beta = scale * beta,
            Amplification = (alpha + beta) / same,
            Thickness = coordinates.Average(c => c.Thickness),
            ChordDeviation = samples.Average(ChordDeviationOf),
            PredictedAlpha = predicted.Alpha,
            PredictedBeta = predicted.Beta,
            PredictedAmplification = Amplification.Of(optimum, lambda),
            Distance = samples.Average(Distance),
        };
    }

    private PairCoordinates Coordinates((int Place, MixedPair Pair) sample) =>
        PairCoordinates.Of(features[sample.Place], origin, rows, sample.Pair.Sample, sample.Pair.Partner);

    /// <summary>The chord of a class with itself has no length: its samples are measured on that to the next class.</summary>
    private double ChordDeviationOf((int Place, MixedPair Pair) sample)
    {
        var (label, partner, lambda) = sample.Pair;
        return ChordDeviation.Of(features[sample.Place], features[label], features[partner == label ? (label + 1) % rows.Count : partner], lambda);
    }

    private double Distance((int Place, MixedPair Pair) sample)
    {
        var (label, partner, lambda) = sample.Pair;
        var (predicted, same) = (optimum(lambda), optimum(1).Alpha);
        var squared = 0.0;
        for (var k = 0; k < rows.Dimension; k++)
        {
            var difference = features[sample.Place][k] - (((predicted.Alpha * rows[label][k]) + (predicted.Beta * rows[partner][k])) / scale);
            squared += difference * difference;
        }

        // |w_y|^2 = m (C - 1) / C
        return same == 0 ? double.NaN : Math.Sqrt(squared * scale * rows.Count / (rows.Count - 1)) / same;
    }
}
