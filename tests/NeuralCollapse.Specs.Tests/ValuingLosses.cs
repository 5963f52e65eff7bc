namespace NeuralCollapse.Specs.Tests;

/// <summary>Against values of PyTorch where it has the loss or its parts.</summary>
public sealed class ValuingLosses
{
    [Theory]
    [InlineData(new[] { 1.0, 0, 0, 0 }, 3.245181898085856)]
    [InlineData(new[] { 0, 1.0, 0, 0 }, 1.245181898085856)]
    [InlineData(new[] { 0.7, 0.3, 0, 0 }, (0.7 * 3.245181898085856) + (0.3 * 1.245181898085856))]
    public void SquentropyIsCrossEntropyAndTheMeanSquareOfTheOtherLogits(double[] target, double expected) =>
        Assert.Equal(expected, new SquentropyLoss().Value([1, 2, -1, 0.5], target), 12);

    [Theory]
    [InlineData(0.35, 0.5839285714285714)]
    [InlineData(0.5, 0.5325)]
    [InlineData(4, 0.136875)]
    public void SmoothL1TurnsFromASquareIntoTheAbsoluteValueAtBeta(double beta, double expected) =>
        Assert.Equal(expected, new SmoothL1Loss { Beta = beta, Kappa = 1 }.Value([1.5, -0.3, 0.2, 2], [1, 0, 0, 0]), 12);

    [Fact]
    public void OnlyTheAbsoluteErrorOfLossesMixedInHalfIsOpen()
    {
        var mae = new MaeLoss { Kappa = 1 };

        Assert.True(mae.IsOpen(0.5));
        Assert.False(mae.IsOpen(0.75));
        Assert.False((mae with { Mix = LossMixing.Target }).IsOpen(0.5));
        Assert.False(new CrossEntropyLoss().IsOpen(0.5));
    }
}
