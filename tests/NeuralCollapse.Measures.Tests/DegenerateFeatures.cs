namespace NeuralCollapse.Measures.Tests;

public class DegenerateFeatures
{
    [Fact]
    public void EqualClassMeansLeaveEveryMeasureOfMeansUndefined()
    {
        // 0.1 is not a float64 number: the means of its sums differ by rounding, which must not pass for a difference.
        int[] labels = [0, 1, 1, 2, 2, 2, 2, 0, 0, 1, 2, 1, 1, 2, 2, 2, 2, 0, 1, 1, 2];
        var features = new LabelledFeatures([.. Enumerable.Repeat(0.1, labels.Length * 5)], labels, 3);
        var means = ClassMeans.Of(features);

        Assert.Equal(0, means.CentredSvd.Rank);
        Assert.Equal(double.NaN, WithinClassVariability.Nc1(features, means));
        Assert.Equal(double.NaN, ScatterQuotient.Of(features, means));
        Assert.Equal(double.NaN, ClassDistanceNormalizedVariance.Of(features, means));
        Assert.Equal(double.NaN, Equinorm.Of(means.Centred));
        Assert.Equal(double.NaN, Equiangularity.Of(means.Centred));
        Assert.Equal(double.NaN, StructureError.Of(means.Centred));
        Assert.Equal(double.NaN, SelfDuality.DistanceSquared(RandomCase.Vectors(1, 3, 5), means.Centred));
        Assert.Equal(double.NaN, SelfDuality.CosineDistance(RandomCase.Vectors(1, 3, 5), means.Centred));
    }

    [Fact]
    public void ZeroClassifierLeavesDualityUndefined()
    {
        var zero = new VectorSet(new double[24], 6);

        Assert.Equal(double.NaN, StructureError.Of(zero));
        Assert.Equal(double.NaN, Equinorm.Of(zero));
        Assert.Equal(double.NaN, StructureError.Between(zero, GoldenCase.Means.Centred));
        Assert.Equal(double.NaN, SelfDuality.DistanceSquared(zero, GoldenCase.Means.Centred));
        Assert.Equal(double.NaN, SelfDuality.CosineDistance(zero, GoldenCase.Means.Centred));
    }

    [Fact]
    public void FewerDimensionsThanASimplexNeedsShowInTheRank()
    {
        var features = RandomCase.Features(seed: 3, classes: 10, dimension: 4);

        var means = ClassMeans.Of(features);

        Assert.Equal(4, means.CentredSvd.Rank);
        Assert.True(WithinClassVariability.Nc1(features, means) > 0);
        Assert.True(StructureError.Of(means.Centred) > 0.1);
    }

    [Fact]
    public void TwoClassesThatCoincideLowerTheRank()
    {
        var features = new LabelledFeatures([1, 0, 0, 1, 0.1, 0.3, 0.3, 0.1, 0.2, 0.2, 0.2, 0.2], [0, 1, 2, 2, 3, 3], 4);

        var means = ClassMeans.Of(features);

        Assert.Equal(2, means.CentredSvd.Rank);
    }

    [Fact]
    public void FullyCollapsedFeaturesHaveNoVariability()
    {
        var features = Simplex.WithNoise(Simplex.Of(10, 16, 2), deviation: 0, offset: 0.3);
        var means = ClassMeans.Of(features);

        Assert.Equal(0, WithinClassVariability.Nc1(features, means));
        Assert.Equal(0, ScatterQuotient.Of(features, means));
        Assert.Equal(0, ClassDistanceNormalizedVariance.Of(features, means));
    }

    [Fact]
    public void NanInAFeatureReachesTheMeasuresOfMeans()
    {
        var values = GoldenCase.Features.Values.ToArray();
        values[7] = double.NaN;
        var features = new LabelledFeatures(values, GoldenCase.Features.Labels, 4);
        var means = ClassMeans.Of(features);

        Assert.Equal(double.NaN, WithinClassVariability.Nc1(features, means));
        Assert.Equal(double.NaN, ScatterQuotient.Of(features, means));
        Assert.Equal(double.NaN, StructureError.Of(means.Centred));
    }

    [Fact]
    public void GlobalMeanCountsClassesAndNotSamples()
    {
        var features = new LabelledFeatures([0, 0, 0, 4], [0, 0, 0, 1], 2);

        Assert.Equal([2.0], ClassMeans.Of(features).GlobalMean);
    }

    [Fact]
    public void TestFeaturesAreJudgedByTheTrainingCentres()
    {
        var trainingMeans = ClassMeans.Of(new LabelledFeatures([0, 4], [0, 1], 2));
        var test = new LabelledFeatures([1, 1.9, 3], [0, 0, 0], 2);

        Assert.Equal(2 / 3.0, NearestClassCentre.Accuracy(test, trainingMeans));
    }
}
