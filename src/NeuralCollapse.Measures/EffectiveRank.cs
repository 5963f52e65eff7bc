namespace NeuralCollapse.Measures;

/// <summary>
/// Effective rank (Roy and Vetterli 2007, definition 3): exp of the entropy of the singular values, as shares of their sum. It counts the
/// directions that features take without a threshold below which a direction is none.
/// </summary>
public static class EffectiveRank
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "effective-rank",
        Title = "Effective rank",
        Meaning = "Effective rank of the centred training features, exp of the entropy of their singular values; C - 1 at collapse, nan when all features are equal.",
        Value = measured => measured.Train is { } train ? Of(train.Features) : null,
    };

    /// <summary>Of features less their mean: from 1 to the smaller of N - 1 and D. NaN where all features are equal.</summary>
    public static double Of(LabelledFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        // The singular values of the scatter matrix are the squares of those of the features; below the cutoff they are its rounding.
        var cutoff = Math.Max(features.Samples, features.Dimension) * EuclideanSpace.MachineEpsilon;
        var squares = ThinSvd.Of(new(Scatter(features), features.Dimension), features.Dimension, cutoff).SingularValues;
        var total = squares.Sum(Math.Sqrt);
        return squares.Count == 0 ? double.NaN : Math.Exp(-squares.Sum(square => Math.Sqrt(square) / total * Math.Log(Math.Sqrt(square) / total)));
    }

    /// <summary>Sum over the samples of (h - mean)(h - mean)^T, D x D.</summary>
    private static double[] Scatter(LabelledFeatures features)
    {
        var dimension = features.Dimension;
        var (mean, residual, scatter) = (new double[dimension], new double[dimension], new double[dimension * dimension]);
        for (var i = 0; i < features.Samples; i++)
        {
            for (var k = 0; k < dimension; k++)
                mean[k] += features[i][k] / features.Samples;
        }
        for (var i = 0; i < features.Samples; i++)
        {
            for (var k = 0; k < dimension; k++)
                residual[k] = features[i][k] - mean[k];
            for (var k = 0; k < dimension; k++)
            {
                for (var l = 0; l < dimension; l++)
                    scatter[(k * dimension) + l] += residual[k] * residual[l];
            }
        }
        return scatter;
    }
}
