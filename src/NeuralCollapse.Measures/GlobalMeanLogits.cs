namespace NeuralCollapse.Measures;

/// <summary>
/// |W mu_G + b|, the length of the logits of the global mean (Zhu et al. 2021): 0 when the bias cancels the global mean, so that the
/// classifier sees centred features.
/// </summary>
public static class GlobalMeanLogits
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "global-mean-logits",
        Title = "Logits of the global mean",
        IsLogarithmic = true,
        Meaning = "|W μG + b|, the length of the logits of the mean μG of the class means; 0 where the bias cancels it.",
        Value = measured => measured is { Train: { } train, Classifier: { } classifier } ? Norm(train.Means, classifier) : null,
    };

    /// <summary>|W mu_G + b|, in the unit of the logits.</summary>
    /// <exception cref="ArgumentException">Means and classifier differ in classes or dimension.</exception>
    public static double Norm(ClassMeans means, Classifier classifier)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(classifier);
        means.RequireSameSpace(classifier.Classes, classifier.Weights.Dimension);
        return EuclideanSpace.Norm(classifier.Logits([.. means.GlobalMean]));
    }
}
