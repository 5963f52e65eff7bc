using System.Diagnostics.CodeAnalysis;

namespace NeuralCollapse.Specs;

/// <summary>How long and with what a model is trained. Durations are whole epochs.</summary>
public sealed record TrainingSpec : IChecked
{
    /// <summary>Passes over the training set.</summary>
    [Range(1, 100_000)]
    public required int Epochs { get; init; }

    /// <summary>
    /// Samples in a step, at most those for training; the last batch of an epoch may be smaller, but not a single sample. Default: 128.
    /// </summary>
    [Range(2, 1_000_000), Announced]
    public int BatchSize { get; init; } = 128;

    /// <summary>
    /// The rule that turns gradients into steps. Default: SGD with learning rate 0.1, momentum 0.9 and weight decay 5e-4, with which residual
    /// networks are usually trained on small images (Zagoruyko and Komodakis 2016, section 3).
    /// </summary>
    [Announced]
    public OptimizerSpec Optimizer { get; init; } = new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 5e-4 };

    /// <summary>How the learning rate changes over training. Default: cosine without warm-up.</summary>
    [Announced]
    public ScheduleSpec Schedule { get; init; } = new CosineSchedule();

    /// <summary>In what numbers the network computes while it trains; what is measured of it is computed in float32. Default: float32.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

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

/// <summary>The numbers that a network computes in while it trains.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "It is the name of the type, in specs too.")]
public enum Precision
{
    /// <summary>All of it in float32.</summary>
    Float32,

    /// <summary>
    /// Convolutions, linear maps and attention in bfloat16; weights, their steps and the loss stay float32 (Micikevicius et al. 2018). Pays on
    /// a GPU and on processors with instructions for it, and needs native numerics.
    /// </summary>
    Bfloat16,
}
