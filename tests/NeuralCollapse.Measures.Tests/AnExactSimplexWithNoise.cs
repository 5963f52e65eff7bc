namespace NeuralCollapse.Measures.Tests;

/// <summary>A simplex of radius r with within-class covariance s^2 I has every measure in closed form.</summary>
public class AnExactSimplexWithNoise
{
    private const double Radius = 3;
    private const double Deviation = 0.02;

    // Sums of up to 30 x 58 terms of rounding 1e-16 each.
    private const double RelativeTolerance = 1e-11;

    public static TheoryData<int, int> Shapes => new() { { 2, 3 }, { 3, 2 }, { 3, 8 }, { 10, 9 }, { 10, 64 }, { 30, 29 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nc1IsS2TimesTheSquareOfCLess1OverCR2(int classes, int dimension)
    {
        var (features, means) = Arrange(classes, dimension);

        Near(
            Deviation * Deviation * (classes - 1.0) * (classes - 1) / (classes * Radius * Radius),
            WithinClassVariability.Nc1(features, means));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void QuotientIsS2DOverR2(int classes, int dimension)
    {
        var (features, means) = Arrange(classes, dimension);

        Near(Deviation * Deviation * dimension / (Radius * Radius), ScatterQuotient.Of(features, means));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CdnvIsS2DOverTheSquaredDistance(int classes, int dimension)
    {
        var (features, means) = Arrange(classes, dimension);

        Near(
            Deviation * Deviation * dimension * (classes - 1) / (2 * Radius * Radius * classes),
            ClassDistanceNormalizedVariance.Of(features, means));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EigenvaluesBetweenClassesAreR2OverCLess1(int classes, int dimension)
    {
        var (_, means) = Arrange(classes, dimension);

        var singular = means.CentredSvd.SingularValues;

        Assert.Equal(classes - 1, singular.Count);
        Assert.All(singular, s => Near(Radius * Radius / (classes - 1), s * s / classes));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LogarithmicKernelIsThatOfEqualDistances(int classes, int dimension)
    {
        var (_, means) = Arrange(classes, dimension);

        var kernel = HypersphericalUniformity.Logarithm(means.Centred);

        Near(-0.5 * Math.Log(2.0 * classes / (classes - 1)), kernel.Mean);
        Assert.InRange(kernel.Variance, 0, 1e-24);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ErrorsOfNormAngleAndStructureVanish(int classes, int dimension)
    {
        var (_, means) = Arrange(classes, dimension);

        Assert.InRange(Equinorm.Of(means.Centred), 0, 1e-13);
        Assert.InRange(Equiangularity.Of(means.Centred), 0, 1e-13);
        Assert.InRange(StructureError.Of(means.Centred), 0, 1e-13);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ClassifierParallelToTheMeansIsDualAndAgreesWithTheNearestCentre(int classes, int dimension)
    {
        var (features, means) = Arrange(classes, dimension);
        var weights = new VectorSet([.. means.Centred.Values.Select(x => 7 * x)], dimension);
        var bias = Enumerable.Range(0, classes).Select(c => -Product(weights[c], means.GlobalMean)).ToArray();
        var classifier = new Classifier(weights.Values, bias);

        Assert.InRange(StructureError.Between(weights, means.Centred), 0, 1e-13);
        Assert.InRange(SelfDuality.DistanceSquared(weights, means.Centred), 0, 1e-26);
        Assert.InRange(SelfDuality.CosineDistance(weights, means.Centred), 0, 1e-14);
        Assert.InRange(GlobalMeanLogits.Norm(means, classifier), 0, 1e-10);
        Assert.Equal(1, NearestClassCentre.Accuracy(features, means));
        Assert.Equal(1, NearestClassCentre.Agreement(features, means, classifier));
    }

    [Theory]
    [InlineData(3, 0.605811)]
    [InlineData(10, 0.320364)]
    [InlineData(100, 0.100126)]
    public void OrthonormalVectorsMissTheSimplexUnlessCentred(int classes, double expected)
    {
        var orthonormal = new VectorSet(
            [.. from a in Enumerable.Range(0, classes) from b in Enumerable.Range(0, classes) select a == b ? 1.0 : 0], classes);

        Assert.Equal(expected, StructureError.Of(orthonormal), 1e-6);
        Near(Math.Sqrt(2 - (2 * Math.Sqrt((classes - 1.0) / classes))), StructureError.Of(orthonormal));
        Assert.InRange(StructureError.Of(orthonormal.Centred()), 0, 1e-13);
    }

    private static (LabelledFeatures Features, ClassMeans Means) Arrange(int classes, int dimension)
    {
        var features = Simplex.WithNoise(Simplex.Of(classes, dimension, Radius), Deviation, offset: 0.7);
        return (features, ClassMeans.Of(features));
    }

    private static double Product(ReadOnlySpan<double> weights, IReadOnlyList<double> mean)
    {
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
            sum += weights[k] * mean[k];
        return sum;
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * RelativeTolerance);
}
