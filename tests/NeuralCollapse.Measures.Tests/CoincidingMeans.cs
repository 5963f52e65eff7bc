namespace NeuralCollapse.Measures.Tests;

/// <summary>Classes that have one mean, or nearly so: they have not collapsed, whatever is left of Sb says.</summary>
public class CoincidingMeans
{
    private const double Deviation = 0.02;

    /// <summary>Means at (-1, 0) and (1, +-distance/2): Sb has the eigenvalues 8/9 and distance^2/6.</summary>
    [Theory]
    [InlineData(1, 1e-12)]
    [InlineData(1e-3, 1e-10)]
    [InlineData(1e-9, 1e-5)] // a distance of 1e-9 is held to 1e-16
    public void Nc1GrowsAsTheMeansApproachEachOther(double distance, double relativeTolerance)
    {
        var features = Around([-1, 0, 1, distance / 2, 1, -distance / 2], 2);

        var nc1 = WithinClassVariability.Nc1(features, ClassMeans.Of(features));

        var expected = Deviation * Deviation * ((9 / 8.0) + (6 / (distance * distance))) / 3;
        Assert.Equal(expected, nc1, expected * relativeTolerance);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 1e-100)]
    [InlineData(0, 1e100)]
    [InlineData(1e6, 1)]
    [InlineData(-3e9, 1e-5)]
    public void Nc1AndCdnvAreInfiniteWhereTheyMeetWhateverOriginAndScale(double offset, double scale)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var centres = RandomCase.Vectors(seed, 5, 12).Values;
            centres.AsSpan(12, 12).CopyTo(centres.AsSpan(36, 12));
            var turned = RandomCase.Turned(Around(centres, 12), RandomCase.Rotation(seed, 12));
            var features = new LabelledFeatures([.. turned.Values.Select(x => scale * (x + offset))], turned.Labels, 5);
            var means = ClassMeans.Of(features);

            Assert.Equal(3, means.CentredSvd.Rank);
            Assert.Equal(double.PositiveInfinity, WithinClassVariability.Nc1(features, means));
            Assert.Equal(double.PositiveInfinity, ClassDistanceNormalizedVariance.Of(features, means));
            Assert.True(double.IsFinite(ScatterQuotient.Of(features, means)));
        }
    }

    [Fact]
    public void MeansThatDifferByTheRoundingOfLongSamplesHaveMet()
    {
        // The same samples in another order: their sums round differently, by more than eps times the means.
        double[] one = [3e6, -1e6, 7.1e5, 0.3, -2e6, 0.7, -7.1e5];
        double[] other = [0.7, -7.1e5, -2e6, 3e6, 0.3, -1e6, 7.1e5];
        var values = one.Concat(other).SelectMany((x, i) => new[] { x, (i % 7) - 3.0 }).Concat([4, 1, 4, -1]).ToArray();
        var features = new LabelledFeatures(values, [.. Enumerable.Repeat(0, 7), .. Enumerable.Repeat(1, 7), 2, 2], 3);

        Assert.Equal(double.PositiveInfinity, WithinClassVariability.Nc1(features, ClassMeans.Of(features)));
    }

    [Fact]
    public void SamplesThatVaryWhereNoMeansDifferMakeEveryMeasureInfinite()
    {
        var features = Around([0.1, 0.7, 0.1, 0.7, 0.1, 0.7], 2);
        var means = ClassMeans.Of(features);

        Assert.Equal(double.PositiveInfinity, WithinClassVariability.Nc1(features, means));
        Assert.Equal(double.PositiveInfinity, ClassDistanceNormalizedVariance.Of(features, means));
        Assert.Equal(double.PositiveInfinity, ScatterQuotient.Of(features, means));
    }

    [Fact]
    public void SamplesThatVaryInNoDirectionInWhichTheMeansMetLeaveNc1Undefined()
    {
        var along = new LabelledFeatures([0, 0, 2, 0, 0, 0, 2, 0, 8, 0, 9, 0], [0, 0, 1, 1, 2, 2], 3);
        var collapsed = new LabelledFeatures([1, 0, 1, 0, 1, 0, 1, 0, 8, 0, 8, 0], [0, 0, 1, 1, 2, 2], 3);

        Assert.Equal(double.NaN, WithinClassVariability.Nc1(along, ClassMeans.Of(along)));
        Assert.Equal(double.NaN, WithinClassVariability.Nc1(collapsed, ClassMeans.Of(collapsed)));
        Assert.Equal(double.NaN, ClassDistanceNormalizedVariance.Of(collapsed, ClassMeans.Of(collapsed)));
    }

    /// <summary>Means at 0, 0 and 1 on a line, where Sb is 2/9 and no rank is missing.</summary>
    [Fact]
    public void FewerDimensionsThanASimplexNeedsLeaveNc1Finite()
    {
        var features = Around([0, 0, 1], 1);

        var nc1 = WithinClassVariability.Nc1(features, ClassMeans.Of(features));

        Assert.Equal(1.5 * Deviation * Deviation, nc1, 1e-15);
    }

    [Fact]
    public void OneSampleAClassLeavesEveryMeasureOfScatterUndefined()
    {
        var single = new LabelledFeatures([0, 0, 1, 0, 0, 1], [2, 0, 1], 3);
        var oneMore = new LabelledFeatures([0, 0, 1, 0, 0, 1, 0, 2], [2, 0, 1, 1], 3);

        Assert.Equal([double.NaN, double.NaN, double.NaN], Measures(single));
        Assert.All(Measures(oneMore), value => Assert.True(value > 0));
    }

    private static double[] Measures(LabelledFeatures features)
    {
        var means = ClassMeans.Of(features);
        return
        [
            WithinClassVariability.Nc1(features, means),
            ScatterQuotient.Of(features, means),
            ClassDistanceNormalizedVariance.Of(features, means),
        ];
    }

    private static LabelledFeatures Around(double[] centres, int dimension) =>
        Simplex.WithNoise(new VectorSet(centres, dimension), Deviation, offset: 0);
}
