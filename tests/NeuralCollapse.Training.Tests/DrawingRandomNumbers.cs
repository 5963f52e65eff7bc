namespace NeuralCollapse.Training.Tests;

public sealed class DrawingRandomNumbers
{
    [Fact]
    public void TheSameStreamGivesTheSameNumbers() =>
        Assert.Equal(First(new RandomStream(7, "order", 3, 4)), First(new RandomStream(7, "order", 3, 4)));

    [Fact]
    public void SeedNameAndPositionEachChangeTheNumbers()
    {
        ulong[] all =
        [
            First(new RandomStream(0, "order")), First(new RandomStream(1, "order")), First(new RandomStream(0, "partners")),
            First(new RandomStream(0, "order", 0)), First(new RandomStream(0, "order", 1)), First(new RandomStream(0, "order", 0, 1)),
            First(new RandomStream(0, "order", 1, 0)),
        ];

        Assert.Distinct(all);
    }

    [Fact]
    public void NumbersAreTheSameOnEveryMachine() =>
        Assert.Equal(["a900ca1fed4acf20"], new[] { new RandomStream(42, "golden", 1, 2).NextBits().ToString("x16") });

    [Fact]
    public void EveryIndexOfAPermutationOccursOnce() =>
        Assert.Equal(Enumerable.Range(0, 1000), new RandomStream(0, "permutation").NextPermutation(1000).Order());

    [Fact]
    public void IndicesAreUniform()
    {
        var random = new RandomStream(0, "uniform");
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[random.NextIndex(7)]++;

        // Chi-squared with 6 degrees of freedom is below 22.5 with probability 0.999; the stream is fixed, so this never flickers.
        Assert.True(counts.Sum(c => Math.Pow(c - 10_000, 2) / 10_000) < 22.5);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(1)]
    [InlineData(3.5)]
    public void BetaHasItsMeanAndVariance(double alpha)
    {
        var random = new RandomStream(0, "beta");
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextBeta(alpha)).ToList();

        var mean = draws.Average();
        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        Assert.Equal(0.5, mean, 0.005); // 3 standard errors at most
        Assert.Equal(1 / (4 * ((2 * alpha) + 1)), draws.Average(d => (d - mean) * (d - mean)), 0.002);
    }

    [Fact]
    public void NormalHasMomentsOfANormal()
    {
        var random = new RandomStream(0, "normal");
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextNormal()).ToList();

        Assert.Equal(0, draws.Average(), 0.01);
        Assert.Equal(1, draws.Average(d => d * d), 0.02);
        Assert.Equal(3, draws.Average(d => d * d * d * d), 0.15);
    }

    private static ulong First(RandomStream random) => random.NextBits();
}
