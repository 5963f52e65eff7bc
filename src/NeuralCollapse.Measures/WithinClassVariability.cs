namespace NeuralCollapse.Measures;

/// <summary>NC1, the collapse of within-class variability: within-class scatter in units of the between-class scatter.</summary>
/// <remarks>
/// tr(Sw Sb^+) with Sw = (1/N) sum_i (h_i - mu_yi)(h_i - mu_yi)^T, without a D x D matrix and without a numerical pseudo-inverse: with the
/// centred means U S V^T (C x D, rank at most C - 1) it is (C/N) sum_i |S^-1 V^T (h_i - mu_yi)|^2. A pseudo-inverse of Sb would invert
/// what rounding leaves of its C-th eigenvalue, and gives negative or huge values for collapsed features.
/// 0 is full collapse, the value has no upper bound. Where means coincide, singular values of the centred means are at most max(C, D) eps
/// times the longest feature, and Sb has a rank under min(C - 1, D): the value is then what it tends to as such means approach each other.
/// That is infinity where samples vary in a direction in which the means no longer differ. Where they do not vary in any it depends
/// on how the means approach, and is NaN: undefined. So it is where each class has one sample only, which lies on its mean.
/// </remarks>
public static class WithinClassVariability
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "nc1",
        Title = "NC1",
        IsLogarithmic = true,
        Meaning =
            "Within-class variability tr(Sw Sb†)/C of the training features; 0 when every class has collapsed to its mean, inf when " +
            "classes share a mean.",
        Value = measured => measured.Train is { } train ? Nc1(train.Features, train.Means) : null,
    };

    public static Metric OnTest { get; } = new()
    {
        Name = "test-nc1",
        Title = "NC1, test",
        IsLogarithmic = true,
        Meaning = "Within-class variability of the test features about their own class means; 0 at collapse.",
        Value = measured => measured.Test is { } test ? test.Features.ClassCounts.Contains(0) ? double.NaN : Nc1(test.Features, test.Means) : null,
    };

    public static Metric OnMixed { get; } = new()
    {
        Name = "mixed-nc1",
        Title = "NC1, mixed",
        IsLogarithmic = true,
        Meaning = "NC1 of samples mixed within their class, about their own class means; 0 at collapse.",
        Value = measured => measured.Mixed?.WithinClasses is { } mixed ? Nc1(mixed.Features, mixed.Means) : null,
    };

    /// <summary>tr(Sw Sb^+) / C, as the text of Papyan, Han and Donoho (2020) defines NC1.</summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Nc1(LabelledFeatures features, ClassMeans means)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(means);
        means.RequireSameSpace(features.Classes, features.Dimension);
        if (means.AreSingleSamples)
            return double.NaN;
        if (!means.HasFullRank)
            return means.OverZero(ScatterElsewhere(features, means));
        var between = means.CentredSvd;
        var scatter = new double[between.Rank];
        var residual = new double[features.Dimension];
        for (var i = 0; i < features.Samples; i++)
        {
            SetResidual(residual, features, means, i);
            for (var j = 0; j < scatter.Length; j++)
            {
                var along = EuclideanSpace.Dot(between.Right[j], residual);
                scatter[j] += along * along;
            }
        }
        var sum = 0.0;
        for (var j = 0; j < scatter.Length; j++)
            sum += scatter[j] / between.SingularValues[j] / between.SingularValues[j];
        return sum / features.Samples;
    }

    /// <summary>Trace of Sw in the directions in which the class means do not differ.</summary>
    private static double ScatterElsewhere(LabelledFeatures features, ClassMeans means)
    {
        var (sum, residual) = (0.0, new double[features.Dimension]);
        for (var i = 0; i < features.Samples; i++)
        {
            SetResidual(residual, features, means, i);
            foreach (var direction in means.CentredSvd.Right)
            {
                var along = EuclideanSpace.Dot(direction, residual);
                for (var k = 0; k < residual.Length; k++)
                    residual[k] -= along * direction[k];
            }
            sum += EuclideanSpace.Dot(residual, residual);
        }
        return sum / features.Samples;
    }

    /// <summary>h_i - mu_yi.</summary>
    private static void SetResidual(double[] residual, LabelledFeatures features, ClassMeans means, int sample)
    {
        var feature = features[sample];
        var mean = means.Means[features.Labels[sample]];
        for (var k = 0; k < residual.Length; k++)
            residual[k] = feature[k] - mean[k];
    }
}

/// <summary>
/// The quotient form of NC1, tr Sw / tr Sb (Tirer, Huang and Niles-Weed 2023): within-class over between-class variance, summed over all
/// directions before dividing, so a direction without between-class variance cannot blow it up.
/// </summary>
public static class ScatterQuotient
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "nc1-quotient",
        Title = "NC1 quotient",
        IsLogarithmic = true,
        Meaning = "tr Sw / tr Sb of the training features; 0 at collapse, inf when all classes share a mean.",
        Value = measured => measured.Train is { } train ? Of(train.Features, train.Means) : null,
    };

    /// <summary>
    /// tr Sw / tr Sb, 0 or more; infinite where all class means are equal (but for rounding). NaN where it is undefined: they are equal and
    /// so are all samples, or each class has one sample only.
    /// </summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Of(LabelledFeatures features, ClassMeans means)
    {
        ArgumentNullException.ThrowIfNull(means);
        if (means.AreSingleSamples)
            return double.NaN;
        var within = means.SquaredDeviations(features).Sum() / features.Samples;
        var between = EuclideanSpace.Dot(means.Centred.Values, means.Centred.Values) / means.Classes;
        return between == 0 ? means.OverZero(within) : within / between;
    }
}
