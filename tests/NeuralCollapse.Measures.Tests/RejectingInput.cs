namespace NeuralCollapse.Measures.Tests;

public class RejectingInput
{
    [Fact]
    public void FeaturesThatDoNotFitTheirLabels() =>
        Rejected("N x D features for the 3 labels, got 7 values", () => new LabelledFeatures(new double[7], [0, 1, 1], 2));

    [Fact]
    public void NoFeatures() => Rejected("got 0 values", () => new LabelledFeatures([], [0, 1], 2));

    [Fact]
    public void NoSamples() => Rejected("at least one sample", () => new LabelledFeatures([], [], 2));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void LabelsOutOfRange(int label) =>
        Rejected($"labels from 0 to 1, got {label} at sample 1", () => new LabelledFeatures([1, 2], [0, label], 2));

    [Fact]
    public void OneClass() => Rejected("at least 2 classes, got 1", () => new LabelledFeatures([1, 2], [0, 0], 1));

    [Fact]
    public void MeansOfAClassWithoutSamples() =>
        Rejected("got none of class 1", () => ClassMeans.Of(new LabelledFeatures([1, 2], [0, 2], 3)));

    [Fact]
    public void FeaturesOfAnotherSpaceThanTheMeans() => Rejected(
        "Expected 4 classes and 6 dimensions as the class means have, got 4 classes and 1 dimensions",
        () => WithinClassVariability.Nc1(new LabelledFeatures([1, 2, 3, 4], [0, 1, 2, 3], 4), GoldenCase.Means));

    [Fact]
    public void ClassifierOfAnotherSpaceThanTheMeans() => Rejected(
        "Expected 4 classes and 6 dimensions",
        () => NearestClassCentre.Agreement(GoldenCase.Features, GoldenCase.Means, new(new double[30], new double[5])));

    [Fact]
    public void WeightsThatAreNotWholeRows() =>
        Rejected("got 7 weights and 3 biases", () => new Classifier(new double[7], new double[3]));

    [Fact]
    public void WeightsThatDoNotPairWithMeans() => Rejected(
        "got 3 x 6 and 4 x 6", () => SelfDuality.DistanceSquared(RandomCase.Vectors(1, 3, 6), GoldenCase.Means.Centred));

    [Fact]
    public void LogitsThatDoNotFitTheirLabels() =>
        Rejected("Expected 2 x 3 logits for 2 labels, got 5", () => new LabelledLogits(new double[5], [0, 1], 3));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void ConfidencesThatAreNoProbabilities(double confidence) =>
        Rejected("confidences in [0, 1]", () => ReliabilityBins.From([confidence], [true]));

    [Fact]
    public void OutcomesThatDoNotFitTheirConfidences() =>
        Rejected("2 confidences, 1 outcomes", () => ReliabilityBins.From([0.5, 0.6], [true]));

    [Fact]
    public void ProjectionOfOtherThanThreeClasses() =>
        Rejected("classifiers of 3 classes, got 4", () => PlanarProjection.Of(GoldenCase.Weights));

    [Fact]
    public void ProjectedVectorsOfAnotherDimension() => Rejected(
        "vectors of 5 components, got 6", () => PlanarProjection.Of(RandomCase.Vectors(1, 3, 5)).Project(GoldenCase.Weights));

    private static void Rejected(string fragment, Func<object> act) =>
        Assert.Contains(fragment, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
