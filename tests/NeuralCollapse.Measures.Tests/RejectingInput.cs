namespace NeuralCollapse.Measures.Tests;

public class RejectingInput
{
    [Fact]
    public void Features_that_do_not_fit_their_labels() =>
        Rejected("N x D features for the 3 labels, got 7 values", () => new LabelledFeatures(new double[7], [0, 1, 1], 2));

    [Fact]
    public void No_features() => Rejected("got 0 values", () => new LabelledFeatures([], [0, 1], 2));

    [Fact]
    public void No_samples() => Rejected("at least one sample", () => new LabelledFeatures([], [], 2));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Labels_out_of_range(int label) =>
        Rejected($"labels from 0 to 1, got {label} at sample 1", () => new LabelledFeatures([1, 2], [0, label], 2));

    [Fact]
    public void One_class() => Rejected("at least 2 classes, got 1", () => new LabelledFeatures([1, 2], [0, 0], 1));

    [Fact]
    public void Means_of_a_class_without_samples() =>
        Rejected("got none of class 1", () => ClassMeans.Of(new LabelledFeatures([1, 2], [0, 2], 3)));

    [Fact]
    public void Features_of_another_space_than_the_means() => Rejected(
        "Expected 4 classes and 6 dimensions as the class means have, got 4 classes and 1 dimensions",
        () => WithinClassVariability.Nc1(new LabelledFeatures([1, 2, 3, 4], [0, 1, 2, 3], 4), GoldenCase.Means));

    [Fact]
    public void Classifier_of_another_space_than_the_means() => Rejected(
        "Expected 4 classes and 6 dimensions",
        () => NearestClassCentre.Agreement(GoldenCase.Features, GoldenCase.Means, new(new double[30], new double[5])));

    [Fact]
    public void Weights_that_are_not_whole_rows() =>
        Rejected("got 7 weights and 3 biases", () => new Classifier(new double[7], new double[3]));

    [Fact]
    public void Weights_that_do_not_pair_with_means() => Rejected(
        "got 3 x 6 and 4 x 6", () => SelfDuality.DistanceSquared(RandomCase.Vectors(1, 3, 6), GoldenCase.Means.Centred));

    [Fact]
    public void Logits_that_do_not_fit_their_labels() =>
        Rejected("Expected 2 x 3 logits for 2 labels, got 5", () => new LabelledLogits(new double[5], [0, 1], 3));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void Confidences_that_are_no_probabilities(double confidence) =>
        Rejected("confidences in [0, 1]", () => ReliabilityBins.From([confidence], [true]));

    [Fact]
    public void Outcomes_that_do_not_fit_their_confidences() =>
        Rejected("2 confidences, 1 outcomes", () => ReliabilityBins.From([0.5, 0.6], [true]));

    [Fact]
    public void Projection_of_other_than_three_classes() =>
        Rejected("classifiers of 3 classes, got 4", () => PlanarProjection.Of(GoldenCase.Weights));

    [Fact]
    public void Projected_vectors_of_another_dimension() => Rejected(
        "vectors of 5 components, got 6", () => PlanarProjection.Of(RandomCase.Vectors(1, 3, 5)).Project(GoldenCase.Weights));

    private static void Rejected(string fragment, Func<object> act) =>
        Assert.Contains(fragment, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
