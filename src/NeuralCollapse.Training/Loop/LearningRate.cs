using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>The learning rate as a pure function of the epoch.</summary>
public static class LearningRate
{
    /// <param name="optimizer">Gives the rate before any schedule.</param>
    /// <param name="schedule">How it changes.</param>
    /// <param name="epoch">From 1.</param>
    public static double At(OptimizerSpec optimizer, ScheduleSpec schedule, int epoch) => schedule switch
    {
        ConstantSchedule => optimizer.LearningRate,
        MultistepSchedule steps => optimizer.LearningRate * Math.Pow(steps.Factor, steps.Milestones.Count(milestone => epoch > milestone)),
        _ => throw new NotSupportedException($"no learning rate for {schedule.GetType().Name}"),
    };
}
