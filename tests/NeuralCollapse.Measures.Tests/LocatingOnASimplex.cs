namespace NeuralCollapse.Measures.Tests;

/// <summary>Mixed features whose coordinates are known, since they are made of the rows of a simplex and of what is at right angles to them.</summary>
public sealed class LocatingOnASimplex
{
    private const int Classes = 4;
    private const int Dimension = 5; // the last is at right angles to the simplex
    private const double Radius = 2;
    private const double Scale = Radius * Radius * Classes / (Classes - 1);

    private static readonly double[] Origin = [0.5, -1, 0.25, 2, 0];
    private static readonly VectorSet Weights = Simplex.Of(Classes, Dimension, Radius);
    private static readonly VectorSet Ends = new([.. Enumerable.Range(0, Classes).SelectMany(c => Enumerable.Range(0, Dimension).Select(k => k == c ? 3.0 : 0))], Dimension);
    private static readonly MixedGeometry Geometry = new(Ends, Origin, Weights);

    [Fact]
    public void TheScaleIsThatOfTheSimplex() => Assert.Equal(Scale, Geometry.Scale, 1e-12);

    [Fact]
    public void CoefficientsAreMeansOverTheSamples()
    {
        var point = At(MixedPrediction.None, (4, 1, 0, 0, 1), (6, 2, 0.5, 2, 3));

        Assert.Equal((7, 0.75, 2), (point.Epoch, point.Lambda, point.Pairs));
        Assert.Equal(5, point.Alpha, 1e-12);
        Assert.Equal(1.5, point.Beta, 1e-12);
        Assert.Equal(6.5 / 8, point.Amplification, 1e-12);
        Assert.Equal((0 + (0.5 / Math.Sqrt(LengthSquared(6, 2) + 0.25))) / 2, point.Thickness, 1e-12);
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN], [point.PredictedAlpha, point.PredictedBeta, point.PredictedAmplification, point.Distance]);
    }

    [Fact]
    public void AlphaOfOneClassIsAMeanToo() =>
        Assert.Equal(5, Geometry.AlphaSame(Features((3, 0, 0, 1, 1), (7, 0, 1, 2, 2)), [1, 2]), 1e-12);

    /// <summary>u = w / m has the length r / m, and two of them the inner product -(r / m)^2 / (C - 1).</summary>
    [Fact]
    public void DistanceIsInLengthsOfThePredictedFeatureOfAnUnmixedSample()
    {
        var prediction = new MixedPrediction(100, 8, lambda => MixedOptimum.At(6 * lambda, 2, Classes));

        var point = At(prediction, (4, 1, 0, 0, 1), (6, 2, 0.5, 2, 3));

        double Distance(double alpha, double beta, double outside) =>
            Math.Sqrt((LengthSquared(alpha - 4.5, beta - 2) + (outside * outside)) / LengthSquared(8, 0));
        Assert.Equal((4.5, 2, 6.5 / 8), (point.PredictedAlpha, point.PredictedBeta, point.PredictedAmplification));
        Assert.Equal((Distance(4, 1, 0) + Distance(6, 2, 0.5)) / 2, point.Distance, 1e-12);
    }

    [Fact]
    public void FromAPredictionAtTheOriginThereIsNoDistance()
    {
        var point = At(new(0, 0, _ => MixedOptimum.AtOrigin(Classes)), (4, 1, 0, 0, 1));

        Assert.Equal((0, 0, double.NaN, double.NaN), (point.PredictedAlpha, point.PredictedBeta, point.PredictedAmplification, point.Distance));
    }

    /// <summary>The chord of a class with itself has no length: it is the one to the next class, and to the first one of the last.</summary>
    [Theory]
    [InlineData(1, 2, 1, 2)]
    [InlineData(2, 0, 2, 0)]
    [InlineData(2, 2, 2, 3)]
    [InlineData(3, 3, 3, 0)]
    public void DeviationIsFromTheChordBetweenTheEnds(int label, int partner, int from, int to)
    {
        var features = new VectorSet(
            [.. Enumerable.Range(0, Dimension).Select(k => (0.75 * Ends[from][k]) + (0.25 * Ends[to][k])), .. Enumerable.Range(0, Dimension).Select(k => (0.75 * Ends[from][k]) + (0.25 * Ends[to][k]) + (k == 4 ? 1.5 : 0))],
            Dimension);

        var point = Geometry.At(0, 0.75, features, [(label, partner), (label, partner)], 8, MixedPrediction.None);

        Assert.Equal((0 + (1.5 / Math.Sqrt(18))) / 2, point.ChordDeviation, 1e-12);
    }

    private static MixedPoint At(MixedPrediction prediction, params (double Alpha, double Beta, double Outside, int Label, int Partner)[] samples) =>
        Geometry.At(7, 0.75, Features(samples), [.. samples.Select(s => (s.Label, s.Partner))], alphaSame: 8, prediction);

    private static VectorSet Features(params (double Alpha, double Beta, double Outside, int Label, int Partner)[] samples) => new(
        [.. samples.SelectMany(s => Enumerable.Range(0, Dimension).Select(k =>
            Origin[k] + (((s.Alpha * Weights[s.Label][k]) + (s.Beta * Weights[s.Partner][k])) / Scale) + (k == 4 ? s.Outside : 0)))],
        Dimension);

    private static double LengthSquared(double alpha, double beta) =>
        Radius * Radius / (Scale * Scale) * ((alpha * alpha) + (beta * beta) - (2 * alpha * beta / (Classes - 1)));
}
