namespace NeuralCollapse.Measures;

/// <summary>NC1, the collapse of within-class variability: within-class scatter in units of the between-class scatter.</summary>
/// <remarks>
/// tr(Sw Sb^+) with Sw = (1/N) sum_i (h_i - mu_yi)(h_i - mu_yi)^T, without a D x D matrix and without a numerical pseudo-inverse: with the
/// centred means U S V^T (C x D, rank at most C - 1) it is (C/N) sum_i |S^-1 V^T (h_i - mu_yi)|^2. A pseudo-inverse of Sb would invert
/// what rounding leaves of its C-th eigenvalue, and gives negative or huge values for collapsed features.
/// 0 is full collapse, the value has no upper bound. NaN where it is undefined: all class means are equal. Only directions in which the
/// class means differ count, so where some but not all coincide, read it with the rank of <see cref="ClassMeans.CentredSvd"/>.
/// </remarks>
public static class WithinClassVariability
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "nc1",
        Title = "NC1",
        IsLogarithmic = true,
        Meaning = "Within-class variability tr(Sw Sb†)/C of the training features; 0 when every class has collapsed to its mean.",
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
        var between = means.CentredSvd;
        if (between.Rank == 0)
        {
            return double.NaN;
        }
        var scatter = new double[between.Rank];
        var residual = new double[features.Dimension];
        for (var i = 0; i < features.Samples; i++)
        {
            var feature = features[i];
            var mean = means.Means[features.Labels[i]];
            for (var k = 0; k < residual.Length; k++)
            {
                residual[k] = feature[k] - mean[k];
            }
            for (var j = 0; j < scatter.Length; j++)
            {
                var along = EuclideanSpace.Dot(between.Right[j], residual);
                scatter[j] += along * along;
            }
        }
        var sum = 0.0;
        for (var j = 0; j < scatter.Length; j++)
        {
            sum += scatter[j] / between.SingularValues[j] / between.SingularValues[j];
        }
        return sum / features.Samples;
    }

    /// <summary>tr(Sw Sb^+), not divided by C, as the published code of Papyan, Han and Donoho (2020) computes it.</summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Nc1Undivided(LabelledFeatures features, ClassMeans means) => Nc1(features, means) * means.Classes;
}
