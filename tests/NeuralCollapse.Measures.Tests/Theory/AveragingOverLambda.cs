namespace NeuralCollapse.Measures.Tests;

/// <summary>Gauss quadrature under Beta(A, A).</summary>
public class AveragingOverLambda
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(1000)]
    public void MomentsAreThoseOfTheDistribution(double alpha)
    {
        var nodes = SymmetricBeta.Nodes(alpha, 16);

        // E[lambda^k] = the product of (A + j) / (2A + j) over j below k.
        Assert.All(Enumerable.Range(0, 31), k => Assert.Equal(
            Enumerable.Range(0, k).Aggregate(1.0, (product, j) => product * (alpha + j) / ((2 * alpha) + j)),
            nodes.Sum(node => node.Weight * Math.Pow(node.Lambda, k)),
            1e-12));
    }

    [Theory]
    [InlineData(0.2, 5)]
    [InlineData(1, 64)]
    public void NodesAreInsideAscendAndAreSymmetric(double alpha, int count)
    {
        var nodes = SymmetricBeta.Nodes(alpha, count);

        Assert.Equal(count, nodes.Count);
        Assert.All(nodes, node => Assert.True(node is { Lambda: > 0 and < 1, Weight: > 0 }));
        Assert.Equal(nodes.Select(node => node.Lambda).Order().Distinct(), nodes.Select(node => node.Lambda));
        Assert.All(nodes.Zip(nodes.Reverse()), pair => Assert.Equal(1, pair.First.Lambda + pair.Second.Lambda, 1e-14));
    }

    [Fact]
    public void UniformLambdaHasTheNodesOfGaussAndLegendre() =>
        Assert.Equal(0.5 - (Math.Sqrt(0.6) / 2), SymmetricBeta.Nodes(1, 3)[0].Lambda, 1e-15);

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AlphaMustBePositive(double alpha) => Assert.Throws<ArgumentException>(() => SymmetricBeta.Nodes(alpha, 4));
}
