namespace NeuralCollapse.Specs;

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
