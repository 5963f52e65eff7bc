namespace NeuralCollapse.Specs;

/// <summary>How the learning rate changes over training.</summary>
public abstract record ScheduleSpec
{
    /// <summary>
    /// Epochs, below those of training, over which the learning rate rises linearly from 0, step by step; milestones count from the beginning
    /// all the same. Default: 0.
    /// </summary>
    [Range(0, 100_000)]
    public int WarmUp { get; init; }

    /// <summary>Part of the learning rate that the schedule leaves, 0 to 1, the warm-up aside.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="begun">Epochs trained before the step, a fraction within an epoch.</param>
    /// <param name="epochs">Epochs of training.</param>
    public abstract double Share(int epoch, double begun, int epochs);
}
