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

/// <summary>After the warm-up the learning rate stays as it is.</summary>
[Kind("constant")]
public sealed record ConstantSchedule : ScheduleSpec
{
    public override double Share(int epoch, double begun, int epochs) => 1;
}

/// <summary>
/// The learning rate falls to 0 by half a period of a cosine, step by step, from the end of the warm-up to that of training (Loshchilov
/// and Hutter 2017, equation 5, without restarts).
/// </summary>
[Kind("cosine")]
public sealed record CosineSchedule : ScheduleSpec
{
    public override double Share(int epoch, double begun, int epochs) => (1 + Math.Cos(Math.PI * (Math.Max(0, begun - WarmUp) / (epochs - WarmUp)))) / 2;
}

/// <summary>The learning rate is multiplied by a factor after each milestone.</summary>
[Kind("multistep")]
public sealed record MultistepSchedule : ScheduleSpec, IChecked
{
    /// <summary>Epochs after which the factor applies, strictly increasing and each below the number of epochs.</summary>
    [Range(1, 100_000)]
    public required IReadOnlyList<int> Milestones { get; init; }

    /// <summary>Multiplier of the learning rate.</summary>
    [Range(1e-6, 1.0)]
    public required double Factor { get; init; }

    public override double Share(int epoch, double begun, int epochs) => Math.Pow(Factor, Milestones.Count(milestone => epoch > milestone));

    public IEnumerable<Objection> Objections() => Objection.UnlessIncreasing("milestones", Milestones);
}
