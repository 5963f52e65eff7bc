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

    [Theory]
    [InlineData(2, "Expected whole rows of 2 components (at least 1), got 3 values.")]
    [InlineData(0, "Expected whole rows of 0 components (at least 1), got 3 values.")]
    [InlineData(-3, "Expected whole rows of -3 components (at least 1), got 3 values.")]
    public void VectorsThatAreNotWhole(int dimension, string message) => Rejected(message, () => new VectorSet([1, 2, 3], dimension));

    [Fact]
    public void VectorsOfOtherSpaces()
    {
        Rejected("Vectors of one space have equally many components, but these have 1 and 2.", () => EuclideanSpace.Dot([1], [1, 2]));
        Rejected("Vectors of one space have equally many components, but these have 2 and 3.", () => EuclideanSpace.SquaredDistance([1, 2], [1, 2, 3]));
    }

    [Fact]
    public void NoBin() => Rejected(
        "Expected as many outcomes as confidences and at least 1 bin, got 1 confidences, 1 outcomes, 0 bins.", () => ReliabilityBins.From([0.5], [true], bins: 0));

    [Fact]
    public void AClassifierWithoutWeights() => Rejected("Expected C x D weights for at least 2 classes, got 0 weights and 2 biases.", () => new Classifier([], [0, 0]));

    [Fact]
    public void OneBias() => Rejected("got 2 weights and 1 biases", () => new Classifier([1, 2], [0]));

    [Fact]
    public void SetsThatDoNotPair()
    {
        const string message = "Expected as many vectors of the same dimension in both sets, got 3 x 6 and 4 x 6.";
        var (three, means) = (RandomCase.Vectors(1, 3, 6), GoldenCase.Means.Centred);

        Rejected(message, () => SelfDuality.CosineDistance(three, means));
        Rejected(message, () => StructureError.Between(three, means));
    }

    [Fact]
    public void WhatIsNotOfTheSpaceOfTheMeans()
    {
        const string message = "Expected 4 classes and 6 dimensions as the class means have, got 4 classes and 1 dimensions.";
        var (features, classifier) = (new LabelledFeatures([1, 2, 3, 4], [0, 1, 2, 3], 4), new Classifier(new double[4], new double[4]));

        Rejected(message, () => ClassDistanceNormalizedVariance.Of(features, GoldenCase.Means));
        Rejected(message, () => NearestClassCentre.Accuracy(features, GoldenCase.Means));
        Rejected(message, () => NearestClassCentre.Agreement(features, GoldenCase.Means, GoldenCase.Classifier));
        Rejected(message, () => GlobalMeanLogits.Norm(GoldenCase.Means, classifier));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void ScalesOfTargetsThatAreNotPositive(double scale)
    {
        var model = new UnconstrainedFeatures(3, 10);
        var message = FormattableString.Invariant($"Expected a positive kappa, got {scale}.");

        Rejected(message, () => SmoothAbsoluteErrorOptimum.Of(model, 0.5, scale, 1, MixupForm.Losses));
        Rejected(message, () => RescaledSquaredErrorOptimum.Of(model, 0.5, scale, 1, MixupForm.Losses));
        Rejected(message, () => RescaledSquaredErrorOptimum.Of(model, 0.5, 1, scale, MixupForm.Losses));
    }

    [Fact]
    public void NoNodes() => Assert.Throws<ArgumentOutOfRangeException>("nodes", () => SymmetricBeta.Nodes(1, 0));

    private static void Rejected(string fragment, Func<object> act) =>
        Assert.Contains(fragment, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
