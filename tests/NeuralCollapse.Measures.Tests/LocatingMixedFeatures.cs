namespace NeuralCollapse.Measures.Tests;

public class LocatingMixedFeatures
{
    private const double M = 4;

    // Row norm r of a simplex gives W W^T = r^2 C/(C - 1) (I - 11^T/C).
    private static readonly VectorSet Weights = Simplex.Of(10, 12, Math.Sqrt(M * 9 / 10));

    private static readonly double[] Origin = [.. Enumerable.Range(0, 12).Select(k => k / 3.0)];

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.5)]
    public void CoefficientsOfTheOptimumComeBack(double lambda)
    {
        var optimum = CrossEntropyOptimum.Of(new(10, 100), lambda);

        var located = PairCoordinates.Of(Feature(optimum.Alpha, optimum.Beta, 0), Origin, Weights, 2, 7);

        Assert.Equal(optimum.Alpha, M * located.Alpha, 1e-12);
        Assert.Equal(optimum.Beta, M * located.Beta, 1e-12);
        Assert.Equal(0, located.Thickness, 1e-12);
    }

    [Fact]
    public void WhatLiesOutsideThePlaneIsThickness()
    {
        // The last axis is orthogonal to every row.
        var inPlane = Math.Sqrt(Feature(3, 2, 0).Zip(Origin).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));

        var located = PairCoordinates.Of(Feature(3, 2, inPlane), Origin, Weights, 2, 7);

        Assert.Equal(3, M * located.Alpha, 1e-12);
        Assert.Equal(2, M * located.Beta, 1e-12);
        Assert.Equal(Math.Sqrt(0.5), located.Thickness, 1e-12);
    }

    [Fact]
    public void SameClassSamplesHaveOneCoefficient()
    {
        var located = PairCoordinates.Of(Feature(5, 0, 0), Origin, Weights, 2, 2);

        Assert.Equal(5, M * located.Alpha, 1e-12);
        Assert.Equal(0, located.Beta);
        Assert.Equal(0, located.Thickness, 1e-12);
    }

    [Fact]
    public void OppositeClassifiersAndTheOriginGiveNoCoordinates()
    {
        Assert.Equal(double.NaN, PairCoordinates.Of([1, 2], [0, 0], new([1, 0, -1, 0], 2), 0, 1).Alpha);
        Assert.Equal(double.NaN, PairCoordinates.Of(Origin, Origin, Weights, 2, 7).Thickness);
        Assert.Equal(double.NaN, PairCoordinates.Of([1, 2], [0, 0], new(new double[4], 2), 0, 0).Alpha);
    }

    [Fact]
    public void ChordIsTheStraightLineBetweenMeans()
    {
        Assert.Equal(0, ChordDeviation.Of([1.5, 0.5], [2, 0], [0, 2], 0.75), 1e-15);
        Assert.Equal(0.25, ChordDeviation.Of([1.5, 0.5], [2, 0], [0, 2], 0.5), 1e-15);
        Assert.Equal(0.5, ChordDeviation.Of([2, 2], [2, 0], [0, 2], 0.5), 1e-15);
        Assert.Equal(0, ChordDeviation.Of([2, 0], [2, 0], [0, 2], 1), 1e-15);
    }

    [Fact]
    public void ChordBetweenEqualMeansHasNoLength() => Assert.Equal(double.NaN, ChordDeviation.Of([1, 1], [1, 1], [1, 1], 0.5));

    [Fact]
    public void VectorsOfOtherDimensionsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => PairCoordinates.Of([1, 2, 3], [0, 0], Weights, 0, 1));
        Assert.Throws<ArgumentException>(() => ChordDeviation.Of([1, 2, 3], [0, 0], [1, 1], 0.5));
        Assert.Throws<ArgumentException>(() => ChordDeviation.Of([1, 2], [0, 0], [1, 1], 1.5));
    }

    private static double[] Feature(double alpha, double beta, double outside) =>
        [.. Enumerable.Range(0, 12).Select(k => Origin[k] + (((alpha * Weights[2][k]) + (beta * Weights[7][k])) / M) + (k == 11 ? outside : 0))];
}
