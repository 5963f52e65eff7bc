namespace NeuralCollapse.Measures.Tests;

/// <summary>Classes whose means have any lengths and angles, and mixtures at known places between them.</summary>
public class LocatingMixturesInALayer
{
    private const int Classes = 3;

    private static readonly double[][] Points = [[1, 0, 2, 0], [0, 3, 2, 1], [-2, 0, 2, 5]];

    private static readonly ClassMeans Means = ClassMeans.Of(new LabelledFeatures([.. Points.SelectMany(p => p)], [0, 1, 2], Classes));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void OnTheChordTheCoefficientsAreLambdaAndItsRest(double lambda)
    {
        var mixture = Of(lambda, (a, b) => a.Zip(b, (x, y) => (lambda * x) + ((1 - lambda) * y)));

        AssertEqual(lambda, 1 - lambda, 1, mixture);
    }

    /// <summary>As in a layer that pulls every mixture towards the larger share, out of the chord.</summary>
    [Fact]
    public void ElsewhereTheyAreThoseOfThePlace()
    {
        var centre = Means.GlobalMean;
        var mixture = Of(0.75, (a, b) => a.Select((x, k) => centre[k] + (1.2 * (x - centre[k])) + (0.3 * (b[k] - centre[k]))));

        AssertEqual(1.2, 0.3, 1.5, mixture);
    }

    [Fact]
    public void TheyAreRelativeToSamplesOfOneClassInTheAmplificationAlone()
    {
        var centre = Means.GlobalMean;
        double[] shrunk = [.. Points.SelectMany(p => p.Select((x, k) => centre[k] + (0.5 * (x - centre[k]))))];

        var mixture = LayerMixture.Of(Means, new(shrunk, 4), [0, 1, 2], 0.5, new([.. Points[0].Zip(Points[1], (x, y) => (x + y) / 2)], 4), [(0, 1)]);

        AssertEqual(0.5, 0.5, 2, mixture);
    }

    private static LayerMixture Of(double lambda, Func<double[], double[], IEnumerable<double>> mixed)
    {
        (int Label, int Partner)[] classes = [(0, 1), (1, 2), (2, 1)];
        double[] rows = [.. classes.SelectMany(c => mixed(Points[c.Label], Points[c.Partner]))];
        return LayerMixture.Of(Means, new([.. Points.SelectMany(p => p)], 4), [0, 1, 2], lambda, new(rows, 4), classes);
    }

    private static void AssertEqual(double own, double partner, double amplification, LayerMixture mixture)
    {
        Assert.Equal(own, mixture.Own, 12);
        Assert.Equal(partner, mixture.Partner, 12);
        Assert.Equal(amplification, mixture.Amplification, 12);
    }
}
