namespace NeuralCollapse.Measures.Tests;

public class CorrectingForAFamily
{
    [Fact] // statsmodels 0.13.5: multipletests(p, method='holm')[1]; R 4.2.2: p.adjust(p, "holm")
    public void AdjustedValuesComeInTheOrderGiven() => Same([0.04, 0.09, 0.09, 0.025, 0.6], Holm.Adjust([0.01, 0.04, 0.03, 0.005, 0.6]));

    [Fact]
    public void OneTestStaysAsItIs() => Same([0.037], Holm.Adjust([0.037]));

    [Fact]
    public void NoTestsNeedNone() => Assert.Empty(Holm.Adjust([]));

    [Fact]
    public void NothingExceedsOne() => Same([1, 1, 1], Holm.Adjust([0.5, 1, 0.9]));

    [Fact]
    public void TheOrderOfTheValuesIsKeptAndNoneBecomesSmaller()
    {
        var random = new Random(1);
        for (var i = 0; i < 100; i++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            var adjusted = Holm.Adjust(values);

            Assert.All(values.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
            Assert.Equal(adjusted.Order(), values.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second));
            Assert.Equal(Math.Min(1, values.Min() * values.Length), adjusted.Min());
        }
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void WhatIsNoProbabilityIsAnError(double value) =>
        EstimatingOverSeeds.Rejected("p values in [0, 1]", () => Holm.Adjust([0.5, value]));

    private static void Same(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }
}
