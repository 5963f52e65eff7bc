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

    public IEnumerable<Objection> Objections() =>
        from m in ((Schedule as MultistepSchedule)?.Milestones ?? []).Index()
        where m.Item >= Epochs
        select new Objection(
            FormattableString.Invariant($"schedule.milestones[{m.Index}]"),
            FormattableString.Invariant($"less than the {Epochs} epochs of training"),
            FormattableString.Invariant($"{m.Item}"));
}
