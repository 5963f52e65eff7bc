namespace NeuralCollapse.Measures;

/// <summary>
/// NC4, the classifier simplified to the nearest class centre (Papyan, Han and Donoho 2020). The centres are those of the training
/// features, also when the features judged are those of a test set. Ties go to the lower class.
/// </summary>
public static class NearestClassCentre
{
    public static Metric AgreementOnTrain { get; } = new()
    {
        Name = "nc4-agreement",
        Title = "NC4 agreement",
        IsFraction = true,
        Meaning = "Fraction of the training samples for which the network predicts the class of the nearest class mean; 1 at collapse.",
        Value = measured => measured is { Train: { } train, Classifier: { } classifier } ? Agreement(train.Features, train.Means, classifier) : null,
    };

    public static Metric AccuracyOnTrain { get; } = new()
    {
        Name = "nearest-centre-accuracy",
        Title = "Nearest-centre accuracy",
        IsFraction = true,
        Meaning = "Fraction of the training samples whose nearest class mean is that of their own class.",
        Value = measured => measured.Train is { } train ? Accuracy(train.Features, train.Means) : null,
    };

    public static Metric AgreementOnTest { get; } = new()
    {
        Name = "test-nc4-agreement",
        Title = "NC4 agreement, test",
        IsFraction = true,
        Meaning =
            "Fraction of the test samples for which the network predicts the class of the nearest class mean of training; 1 at collapse.",
        Value = measured => measured is { Train: { } train, Test: { } test, Classifier: { } classifier } ? Agreement(test.Features, train.Means, classifier) : null,
    };

    public static Metric AccuracyOnTest { get; } = new()
    {
        Name = "test-nearest-centre-accuracy",
        Title = "Nearest-centre accuracy, test",
        IsFraction = true,
        Meaning = "Fraction of the test samples whose nearest class mean of training is that of their own class.",
        Value = measured => measured is { Train: { } train, Test: { } test } ? Accuracy(test.Features, train.Means) : null,
    };

    /// <summary>The class whose mean is nearest to a feature.</summary>
    public static int Of(ReadOnlySpan<double> feature, ClassMeans trainingMeans)
    {
        ArgumentNullException.ThrowIfNull(trainingMeans);
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var c = 0; c < trainingMeans.Classes; c++)
        {
            var distance = EuclideanSpace.SquaredDistance(feature, trainingMeans.Means[c]);
            if (distance < least)
                (nearest, least) = (c, distance);
        }
        return nearest;
    }

    /// <summary>The fraction of features whose nearest centre is that of their own class, in [0, 1].</summary>
    /// <exception cref="ArgumentException">Features and means differ in classes or dimension.</exception>
    public static double Accuracy(LabelledFeatures features, ClassMeans trainingMeans) =>
        Fraction(features, trainingMeans, i => features.Labels[i]);

    /// <summary>
    /// NC4: the fraction of features for which the classifier, bias included, predicts the class of the nearest centre, in [0, 1];
    /// 1 at collapse. (One minus the mismatch rate of the paper.)
    /// </summary>
    /// <exception cref="ArgumentException">Features, means and classifier differ in classes or dimension.</exception>
    public static double Agreement(LabelledFeatures features, ClassMeans trainingMeans, Classifier classifier)
    {
        ArgumentNullException.ThrowIfNull(trainingMeans);
        ArgumentNullException.ThrowIfNull(classifier);
        trainingMeans.RequireSameSpace(classifier.Classes, classifier.Weights.Dimension);
        return Fraction(features, trainingMeans, i => Argmax.Of(classifier.Logits(features[i])));
    }

    private static double Fraction(LabelledFeatures features, ClassMeans trainingMeans, Func<int, int> expected)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(trainingMeans);
        trainingMeans.RequireSameSpace(features.Classes, features.Dimension);
        var hits = 0;
        for (var i = 0; i < features.Samples; i++)
            hits += Of(features[i], trainingMeans) == expected(i) ? 1 : 0;
        return (double)hits / features.Samples;
    }
}
