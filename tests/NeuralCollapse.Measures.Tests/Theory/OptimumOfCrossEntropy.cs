namespace NeuralCollapse.Measures.Tests;

/// <summary>Values found by an independent program, to the digits given.</summary>
public class OptimumOfCrossEntropy
{
    [Theory]
    [InlineData(3, 10, 1, .842163, .078919, 7.892e-2, 2.367557, 0)]
    [InlineData(3, 10, .75, .653976, .250098, 9.593e-2, 1.919496, .958278)]
    [InlineData(3, 10, .5, .449922, .449922, 1.002e-1, 1.502343, 1.502343)]
    [InlineData(3, 100, 1, .971784, .014108, 1.411e-2, 4.232393, 0)]
    [InlineData(3, 100, .75, .734380, .245344, 2.028e-2, 3.589587, 2.493221)]
    [InlineData(3, 100, .5, .489503, .489503, 2.099e-2, 3.149141, 3.149141)]
    [InlineData(10, 100, 1, .953116, .005209, 5.209e-3, 5.209293, 0)]
    [InlineData(10, 100, .75, .712784, .224344, 7.859e-3, 4.507515, 3.351517)]
    [InlineData(10, 100, .5, .467564, .467564, 8.109e-3, 4.054549, 4.054549)]
    [InlineData(10, 1000, 1, .993496, .000723, 7.226e-4, 7.226114, 0)]
    [InlineData(10, 1000, .5, .495184, .495184, 1.204e-3, 6.019383, 6.019383)]
    [InlineData(100, 100, 1, .929044, .000717, 7.167e-4, 7.167223, 0)]
    [InlineData(100, 100, .75, .687261, .199624, 1.154e-3, 6.389282, 5.153004)]
    [InlineData(100, 100, .5, .441964, .441964, 1.184e-3, 5.921994, 5.921994)]
    [InlineData(100, 1000, .5, .492133, .492133, 1.606e-4, 8.027854, 8.027854)]
    public void HasItsGoldenValues(
        int classes, double mu, double lambda, double label, double partner, double rest, double alpha, double beta)
    {
        var optimum = CrossEntropyOptimum.Of(new(classes, mu), lambda);

        const double half = 0.5000001e-6;
        Assert.Equal(label, optimum.Label, half);
        Assert.Equal(partner, optimum.Partner, half);
        Assert.Equal(rest, optimum.Rest, 0.5000001e-3 * Math.Pow(10, Math.Floor(Math.Log10(rest))));
        Assert.Equal(alpha, optimum.Alpha, half);
        Assert.Equal(beta, optimum.Beta, half);
    }

    [Theory]
    [InlineData(10, 10, new[] { 1.329, 1.319, 1.287, 1.230, 1.137 })]
    [InlineData(10, 100, new[] { 1.557, 1.550, 1.528, 1.482, 1.386 })]
    [InlineData(10, 1000, new[] { 1.666, 1.661, 1.645, 1.612, 1.543 })]
    [InlineData(100, 100, new[] { 1.653, 1.647, 1.627, 1.586, 1.493 })]
    [InlineData(100, 1000, new[] { 1.731, 1.727, 1.714, 1.687, 1.629 })]
    public void BowsOutOfTheChord(int classes, double mu, double[] amplifications)
    {
        double[] lambdas = [.5, .6, .7, .8, .9];

        Assert.All(lambdas.Zip(amplifications), pair =>
            Assert.Equal(pair.Second, Amplification.Of(l => CrossEntropyOptimum.Of(new(classes, mu), l), pair.First), 0.5001e-3));
    }

    [Theory]
    [InlineData(.05, 1.583, 4.5602)]
    [InlineData(.1, 1.585, 4.1239)]
    [InlineData(.5, 1.453, 2.3141)]
    public void BowsOutWithLabelSmoothingToo(double smoothing, double amplification, double same)
    {
        MixedOptimum Optimum(double lambda) => CrossEntropyOptimum.Of(new(10, 100), lambda, smoothing);

        Assert.Equal(amplification, Amplification.Of(Optimum, 0.5), 0.5001e-3);
        Assert.Equal(same, Optimum(1).Alpha, 0.50001e-4);
    }

    public static TheoryData<int, double, double, double> Wide
    {
        get
        {
            var data = new TheoryData<int, double, double, double>();
            foreach (var classes in (int[])[3, 10, 1000])
            {
                foreach (var mu in (double[])[1e-3, 0.5, 1, 2, 100, 1e4, 1e6])
                {
                    foreach (var lambda in (double[])[0, 0.1, 0.5, 0.999, 1])
                    {
                        foreach (var smoothing in (double[])[0, 0.1])
                            data.Add(classes, mu, lambda, smoothing);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void IsStationary(int classes, double mu, double lambda, double smoothing)
    {
        var optimum = CrossEntropyOptimum.Of(new(classes, mu), lambda, smoothing);

        // p = softmax(z), with alpha and beta the differences of logits
        var softmax = Softmax.Of([optimum.Alpha, optimum.Beta, .. new double[classes - 2]]);
        Assert.Equal(optimum.Label, softmax[0], 1e-12);
        Assert.Equal(optimum.Partner, softmax[1], 1e-12);
        Assert.Equal(optimum.Rest, softmax[2], 1e-12);

        // z = mu (t - p); mu p is known to no better than rounding of mu
        var rest = -mu * ((smoothing / classes) - optimum.Rest);
        var tolerance = 1e-14 * Math.Max(mu, 1);
        Assert.Equal((mu * (((1 - smoothing) * lambda) + (smoothing / classes) - optimum.Label)) + rest, optimum.Alpha, tolerance);
        Assert.Equal((mu * (((1 - smoothing) * (1 - lambda)) + (smoothing / classes) - optimum.Partner)) + rest, optimum.Beta, tolerance);
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(10, 100)]
    [InlineData(100, 1e4)]
    public void OfOneClassSolvesItsOwnEquation(int classes, double mu)
    {
        var rest = -CrossEntropyOptimum.Of(new(classes, mu), 1).Alpha / classes;

        Assert.Equal(1, (Math.Exp(-classes * rest) + classes - 1) / (-mu / rest), 1e-12);
    }

    [Fact]
    public void ExchangingTheLabelsExchangesTheCoefficients()
    {
        var (there, back) = (CrossEntropyOptimum.Of(new(10, 100), 0.3, 0.1), CrossEntropyOptimum.Of(new(10, 100), 0.7, 0.1));

        Assert.Equal(there.Alpha, back.Beta, 1e-13);
        Assert.Equal(there.Beta, back.Alpha, 1e-13);
        Assert.Equal(there.Label, back.Partner, 1e-15);
        Assert.Equal(there.Partner, back.Label, 1e-15);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1e5)]
    public void LambertFunctionInverts(double t)
    {
        var w = WrightOmega.Of(t);

        Assert.Equal(t, w + Math.Log(w), 1e-15 * Math.Max(10, Math.Abs(t)));
    }

    [Fact]
    public void LambertFunctionOfOneIsTheOmegaConstant() => Assert.Equal(0.567143290409783873, WrightOmega.Of(0), 1e-15);
}
