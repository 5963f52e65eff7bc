namespace NeuralCollapse.Measures.Tests;

/// <summary>Values of <see cref="GoldenCase"/> on which two independent programs agree to the twelve decimals given.</summary>
public class GoldenValues
{
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, (double Expected, Func<double> Actual)> Cases = new()
    {
        ["nc1"] = (18.536646060917, () => WithinClassVariability.Nc1(GoldenCase.Features, GoldenCase.Means)),
        ["nc1-quotient"] = (8.918644067797, () => ScatterQuotient.Of(GoldenCase.Features, GoldenCase.Means)),
        ["cdnv"] = (5.287366430573, () => ClassDistanceNormalizedVariance.Of(GoldenCase.Features, GoldenCase.Means)),
        ["nc2-equinorm-means"] = (0.352682805548, () => Equinorm.Of(GoldenCase.Means.Centred)),
        ["nc2-equinorm-weights"] = (0.157676111735, () => Equinorm.Of(GoldenCase.Weights)),
        ["nc2-equiangular-means"] = (0.465997364595, () => Equiangularity.Of(GoldenCase.Means.Centred)),
        ["nc2-equiangular-weights"] = (0.746801737644, () => Equiangularity.Of(GoldenCase.Weights)),
        ["nc2-equiangular-weights-centred"] = (0.147830837189, () => Equiangularity.Of(GoldenCase.Weights.Centred())),
        ["nc2-etf-means"] = (0.692033433763, () => StructureError.Of(GoldenCase.Means.Centred)),
        ["nc2-etf of means not centred"] = (1.396736790720, () => StructureError.Of(GoldenCase.Means.Means)),
        ["nc2-etf-weights"] = (1.085401661642, () => StructureError.Of(GoldenCase.Weights)),
        ["nc2-etf-weights-centred"] = (0.460315180742, () => StructureError.Of(GoldenCase.Weights.Centred())),
        ["nc3-structure"] = (1.192321278823, () => StructureError.Between(GoldenCase.Weights, GoldenCase.Means.Centred)),
        ["nc3-structure-centred"] = (0.974005942486, () => StructureError.Between(GoldenCase.Weights.Centred(), GoldenCase.Means.Centred)),
        ["nc3-distance-squared"] = (1.694454237385, () => SelfDuality.DistanceSquared(GoldenCase.Weights, GoldenCase.Means.Centred)),
        ["nc3-distance-squared centred"] =
            (1.545898910631, () => SelfDuality.DistanceSquared(GoldenCase.Weights.Centred(), GoldenCase.Means.Centred)),
        ["nc3-cosine-distance"] = (0.837954052306, () => SelfDuality.CosineDistance(GoldenCase.Weights, GoldenCase.Means.Centred)),
        ["gnc2 logarithm mean"] = (-0.369060257718, () => HypersphericalUniformity.Logarithm(GoldenCase.Means.Centred).Mean),
        ["gnc2 logarithm variance"] = (0.167442461912, () => HypersphericalUniformity.Logarithm(GoldenCase.Means.Centred).Variance),
        ["nc4-agreement"] = (4 / 20.0, () => NearestClassCentre.Agreement(GoldenCase.Features, GoldenCase.Means, GoldenCase.Classifier)),
        ["nc4-agreement without bias"] = (4 / 20.0, () => NearestClassCentre.Agreement(
            GoldenCase.Features, GoldenCase.Means, new(GoldenCase.Weights.Values, new double[GoldenCase.Weights.Count]))),
        ["nearest-centre-accuracy"] = (12 / 20.0, () => NearestClassCentre.Accuracy(GoldenCase.Features, GoldenCase.Means)),
        ["logits of the global mean"] = (1.064248618721, () => GlobalMeanLogits.Norm(GoldenCase.Means, GoldenCase.Classifier)),
    };

    public static TheoryData<string> Measures => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Measures))]
    public void MeasureHasItsGoldenValue(string measure)
    {
        var (expected, actual) = Cases[measure];

        Assert.Equal(expected, actual(), Tolerance);
    }

    [Fact]
    public void BetweenClassCovarianceHasItsGoldenEigenvalues()
    {
        double[] expected = [0.04153445927421648, 0.016744516002153296, 0.0007210247236302434];

        var eigenvalues = GoldenCase.Means.CentredSvd.SingularValues.Select(s => s * s / GoldenCase.Means.Classes).ToArray();

        Assert.Equal(expected.Length, eigenvalues.Length);
        Assert.All(expected.Zip(eigenvalues), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }
}
