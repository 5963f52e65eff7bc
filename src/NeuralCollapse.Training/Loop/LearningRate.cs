using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>The learning rate as a pure function of where training is.</summary>
public static class LearningRate
{
    /// <param name="training">Gives the rate before any schedule, the schedule and the epochs.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">From 0, within the epoch.</param>
    /// <param name="steps">Steps of an epoch.</param>
    public static double At(TrainingSpec training, int epoch, int step, int steps)
    {
        var begun = epoch - 1 + ((double)step / steps); // epochs before the step
        var warmUp = training.Schedule.WarmUp;
        return Share(training, epoch, begun) * training.Optimizer.LearningRate * (begun < warmUp ? (begun + (1.0 / steps)) / warmUp : 1);
    }

    /// <summary>Part of the rate that the schedule leaves, the warm-up aside.</summary>
    private static double Share(TrainingSpec training, int epoch, double begun) => training.Schedule switch
    {
        ConstantSchedule => 1,
        MultistepSchedule steps => Math.Pow(steps.Factor, steps.Milestones.Count(milestone => epoch > milestone)),
        CosineSchedule cosine => Cosine(Math.Max(0, begun - cosine.WarmUp) / (training.Epochs - cosine.WarmUp)),
        _ => throw new NotSupportedException($"no learning rate for {training.Schedule.GetType().Name}"),
    };

    private static double Cosine(double part) => (1 + Math.Cos(Math.PI * part)) / 2;
}
