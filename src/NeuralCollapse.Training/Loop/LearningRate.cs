using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>The learning rate as a pure function of where training is.</summary>
public static class LearningRate
{
    /// <param name="schedule">What changes the rate.</param>
    /// <param name="optimizer">Gives the rate before any schedule.</param>
    /// <param name="epochs">Epochs of training.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">From 0, within the epoch.</param>
    /// <param name="steps">Steps of an epoch.</param>
    public static double At(ScheduleSpec schedule, OptimizerSpec optimizer, int epochs, int epoch, int step, int steps)
    {
        var begun = epoch - 1 + ((double)step / steps); // epochs before the step
        return schedule.Share(epoch, begun, epochs) * optimizer.LearningRate * (begun < schedule.WarmUp ? (begun + (1.0 / steps)) / schedule.WarmUp : 1);
    }
}
