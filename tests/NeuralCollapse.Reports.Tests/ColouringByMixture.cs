namespace NeuralCollapse.Reports.Tests;

public sealed class ColouringByMixture
{
    [Fact]
    public void RampsDarkenInEvenSteps()
    {
        foreach (var ramp in new[] { Ramp.SameClass, Ramp.DifferentClass })
        {
            var lightness = ramp.Colours.Select(c => Colour.Of(c).Lightness).ToList();
            var steps = lightness.Zip(lightness.Skip(1), (a, b) => a - b).ToList();

            // A colour has 8 bits a channel: about 0.004 of lightness.
            Assert.All(steps, step => Assert.Equal(steps.Average(), step, 0.008));
            Assert.True(steps.Average() > 0.04);
        }
    }

    [Fact]
    public void TheRampsNeverMeet()
    {
        Assert.All(Ramp.SameClass.Colours.Zip(Ramp.DifferentClass.Colours), pair => Assert.True(Distance(Colour.Of(pair.First), Colour.Of(pair.Second)) > 0.1));
    }

    [Theory]
    [InlineData("#000000", 0, 0, 0)]
    [InlineData("#ffffff", 1, 0, 0)]
    [InlineData("#ff0000", 0.62796, 0.22486, 0.12585)]
    public void ColoursMatchThePublishedValuesOfOklab(string colour, double lightness, double greenRed, double blueYellow)
    {
        var got = Colour.Of(colour);

        Assert.Equal(lightness, got.Lightness, 4);
        Assert.Equal(greenRed, got.GreenRed, 4);
        Assert.Equal(blueYellow, got.BlueYellow, 4);
        Assert.Equal(colour, got.ToString());
    }

    private static double Distance(Colour a, Colour b) => Math.Sqrt(
        Math.Pow(a.Lightness - b.Lightness, 2) + Math.Pow(a.GreenRed - b.GreenRed, 2) + Math.Pow(a.BlueYellow - b.BlueYellow, 2));
}
