namespace NeuralCollapse.Specs.Tests;

/// <summary>As much as is allowed is allowed.</summary>
public sealed class ReachingBounds
{
    [Fact]
    public void OfAText()
    {
        var title = new string('x', 200);

        Assert.Equal(title, Example.Parse(Example.Valid.Replace("An example", title, StringComparison.Ordinal)).Title);
    }

    [Fact]
    public void OfTheValuesOfARange() => Assert.Equal(
        Enumerable.Range(0, 100_001),
        Assert.Single(Example.Cells(Example.Valid.Replace("epochs: 4", "epochs: 100000", StringComparison.Ordinal)
            .Replace("[1, 4]", "[{ from: 0, to: 100000, every: 1 }]", StringComparison.Ordinal))).Spec.MeasuredEpochs);

    [Fact]
    public void OfDepth()
    {
        var errors = new Errors("");

        YamlFile.Read($"a: {new string('[', 31)}{new string(']', 31)}", errors);

        Assert.Empty(errors.Texts);
    }

    [Fact]
    public void OfTheErrorsThatAreTold() =>
        Assert.Equal(50, Example.Errors($"{Example.Valid}{string.Concat(Enumerable.Range(0, 50).Select(i => $"k{i}: 1\n"))}").Count());
}
