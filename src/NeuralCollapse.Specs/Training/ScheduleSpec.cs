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
}
