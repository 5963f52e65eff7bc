namespace NeuralCollapse.Measures;

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
        Meaning = "tr Sw / tr Sb of the training features; 0 at collapse.",
        Value = measured => measured.Train is { } train ? Of(train.Features, train.Means) : null,
    };

    /// <summary>
    /// tr Sw / tr Sb, 0 or more; infinite where all class means are equal (but for rounding). NaN where it is undefined: they are equal and so
    /// are all samples, or each class has one sample only.
    /// </summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Of(LabelledFeatures features, ClassMeans means)
    {
        ArgumentNullException.ThrowIfNull(means);
        if (means.AreSingleSamples)
        {
            return double.NaN;
        }
        var within = ClassVariances.SquaredDeviations(features, means).Sum() / features.Samples;
        var between = EuclideanSpace.Dot(means.Centred.Values, means.Centred.Values) / means.Classes;
        return between == 0 ? means.OverZero(within) : within / between;
    }
}
