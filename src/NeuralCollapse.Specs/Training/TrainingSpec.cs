namespace NeuralCollapse.Specs;

/// <summary>How long and with what a model is trained. Durations are whole epochs.</summary>
public sealed record TrainingSpec : IChecked
{
    /// <summary>Passes over the training set.</summary>
    [Range(1, 100_000)]
    public required int Epochs { get; init; }

    /// <summary>Samples in a step; the last batch of an epoch may be smaller.</summary>
    [Range(2, 1_000_000)]
    public required int BatchSize { get; init; }

    public required OptimizerSpec Optimizer { get; init; }

    public required ScheduleSpec Schedule { get; init; }

    public IEnumerable<Objection> Objections() => ObjectionsTo(Schedule, Epochs);

    /// <summary>What in a schedule lies at or beyond the last epoch.</summary>
    internal static IEnumerable<Objection> ObjectionsTo(ScheduleSpec schedule, int epochs)
    {
        var last = FormattableString.Invariant($"less than the {epochs} epochs of training");
        foreach (var (index, milestone) in ((schedule as MultistepSchedule)?.Milestones ?? []).Index().Where(m => m.Item >= epochs))
            yield return new(FormattableString.Invariant($"schedule.milestones[{index}]"), last, FormattableString.Invariant($"{milestone}"));
        if (schedule.WarmUp >= epochs)
            yield return new("schedule.warm-up", last, FormattableString.Invariant($"{schedule.WarmUp}"));
    }
}
