namespace NeuralCollapse.Specs.Tests;

public class WritingRangesOfEpochs
{
    [Theory]
    [InlineData("{ from: 0, to: 4, every: 2 }", new[] { 0, 2, 4 })]
    [InlineData("{ to: 4, every: 2 }", new[] { 0, 2, 4 })]
    [InlineData("{ from: 1, to: 3, every: 2 }, 4", new[] { 1, 3, 4 })]
    [InlineData("0, { from: 1, to: 3, every: 5 }, 4", new[] { 0, 1, 4 })]
    [InlineData("{ from: 1, to: 4, powers-of: 2 }", new[] { 1, 2, 4 })]
    [InlineData("0, { to: 3, powers-of: 2 }, 4", new[] { 0, 1, 2, 4 })]
    [InlineData("{ from: 3, to: 4, powers-of: 2 }", new[] { 4 })]
    [InlineData("0, { to: 1, powers-of: 100000 }, { from: 2, to: 4, every: 1 }", new[] { 0, 1, 2, 3, 4 })]
    public void ARangeIsTheSameAsWhatItCounts(string epochs, int[] expected)
    {
        var cell = Example.Cell("[1, 4]", $"[{epochs}]");
        var written = Example.Cell("[1, 4]", $"[{string.Join(", ", expected)}]");

        Assert.Equal(expected, cell.Spec.MeasuredEpochs);
        Assert.Equal(written.CanonicalJson, cell.CanonicalJson);
    }

    [Fact]
    public void RangesOfALongTrainingAreFew() => Assert.Equal(
        [0, 1, 2, 4, 8, 16, 32, .. Enumerable.Range(4, 47).Select(n => 10 * n)],
        Assert.Single(Example.Cells(Example.Valid.Replace("epochs: 4", "epochs: 500", StringComparison.Ordinal)
            .Replace("[1, 4]", "[0, { to: 32, powers-of: 2 }, { from: 40, to: 500, every: 10 }]", StringComparison.Ordinal))).Spec.MeasuredEpochs);

    [Fact]
    public void TheFeaturesModelTakesRangesToo()
    {
        var spec = Path.Combine(RepositoryFiles.Experiments, "ufm.yaml");
        var text = File.ReadAllText(spec).Replace("[10, 100, 300, 1000, 3000]", "[{ from: 1, to: 1000, powers-of: 10 }, 3000]", StringComparison.Ordinal);

        Assert.Equal([1, 10, 100, 1000, 3000], ExperimentSpec.Parse(text, "ufm.yaml").Expand().Cells[0].Spec.MeasuredEpochs);
    }
}
