using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class LearningRates
{
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.01)]
    [InlineData(6, 0.001)]
    public void MultistepDropsAfterEachMilestone(int epoch, double expected)
    {
        var schedule = new MultistepSchedule { Milestones = [3, 5], Factor = 0.1 };

        Assert.Equal(expected, At(schedule, epoch, 0), 12);
        Assert.Equal(expected, At(schedule, epoch, 3), 12);
    }

    /// <summary>Bit for bit: what was trained before there were warm-ups is trained as it was.</summary>
    [Fact]
    public void WithoutWarmUpARateThatDoesNotFallIsThatOfTheOptimizer() =>
        Assert.All(Steps(10), at => Assert.Equal(0.1, At(new ConstantSchedule(), at.Epoch, at.Step)));

    /// <summary>10 epochs of 4 steps: all of it at the beginning, half in the middle.</summary>
    [Theory]
    [InlineData(1, 0, 0.1)]
    [InlineData(6, 0, 0.05)]
    [InlineData(10, 3, 0.1 * 0.00154133)] // (1 + cos(39/40 pi)) / 2
    public void CosineFallsToNothing(int epoch, int step, double expected) => Assert.Equal(expected, At(new CosineSchedule(), epoch, step), 8);

    [Fact]
    public void CosineFallsWithEveryStep() => AssertFalls(Steps(10).Select(at => At(new CosineSchedule(), at.Epoch, at.Step)));

    [Fact]
    public void CosineBeginsAfterTheWarmUp()
    {
        var schedule = new CosineSchedule { WarmUp = 2 };

        Assert.Equal(0.1, At(schedule, 2, 3), 12);
        Assert.Equal(0.1, At(schedule, 3, 0), 12);
        Assert.Equal(0.05, At(schedule, 7, 0), 12);
        AssertFalls(Steps(10).Skip(8).Select(at => At(schedule, at.Epoch, at.Step)));
    }

    [Fact]
    public void AWarmUpRisesByTheSameAmountEveryStep()
    {
        var schedule = new ConstantSchedule { WarmUp = 3 };

        var rates = Steps(3).Select(at => At(schedule, at.Epoch, at.Step));

        Assert.Equal(Enumerable.Range(1, 12).Select(i => 0.1 * i / 12), rates, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0.1, At(schedule, 4, 0));
    }

    [Fact]
    public void AMilestoneWithinTheWarmUpCounts() =>
        Assert.Equal(0.1 * 0.5 * 0.75, At(new MultistepSchedule { Milestones = [1], Factor = 0.5, WarmUp = 2 }, 2, 1), 12);

    private static void AssertFalls(IEnumerable<double> rates) => Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.Second < pair.First));

    private static IEnumerable<(int Epoch, int Step)> Steps(int epochs) =>
        Enumerable.Range(0, epochs * 4).Select(i => ((i / 4) + 1, i % 4));

    private static double At(ScheduleSpec schedule, int epoch, int step) =>
        LearningRate.At(schedule, Cells.Small.Training.Optimizer, epochs: 10, epoch, step, steps: 4);
}
