namespace NeuralCollapse.Specs.Tests;

/// <summary>Schedules of the learning rate, and what optimizers keep from step to step.</summary>
public sealed class TakingSteps
{
    /// <summary>Eight epochs after two of warm-up: values of PyTorch's CosineAnnealingLR.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 0.8535533905932737)]
    [InlineData(6, 0.5)]
    [InlineData(9, 0.03806023374435664)]
    [InlineData(10, 0)]
    public void ACosineFallsFromTheEndOfTheWarmUpToThatOfTraining(double begun, double expected) =>
        Assert.Equal(expected, new CosineSchedule { WarmUp = 2 }.Share((int)begun + 1, begun, 10), 12);

    [Fact]
    public void AMilestoneAppliesAfterItsEpoch() => Assert.Equal(
        [1, 1, 0.5, 0.5, 0.25],
        Enumerable.Range(1, 5).Select(epoch => new MultistepSchedule { Milestones = [2, 4], Factor = 0.5 }.Share(epoch, epoch - 1, 5)));

    [Fact]
    public void AnOptimizerKeepsTheMomentsOfItsRule() => Assert.Equal(
        [0, 1, 2, 2],
        ((OptimizerSpec[])
        [
            new SgdOptimizer { LearningRate = 1 }, new SgdOptimizer { LearningRate = 1, Momentum = 0.9 },
            new AdamOptimizer { LearningRate = 1 }, new AdamWOptimizer { LearningRate = 1 },
        ]).Select(optimizer => optimizer.Moments));
}
