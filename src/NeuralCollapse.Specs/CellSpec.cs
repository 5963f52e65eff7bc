namespace NeuralCollapse.Specs;

/// <summary>
/// Everything a recorded number is a function of, besides the numerics of the machine: one point of an experiment's matrix at one seed.
/// Two cells are the same when their canonical JSON is (see <see cref="Cell.Id"/>); record equality is not used, lists break it.
/// </summary>
public sealed record CellSpec
{
    public required DataSpec Data { get; init; }

    public required ModelSpec Model { get; init; }

    public required LossSpec Loss { get; init; }

    /// <summary>Default: none.</summary>
    public MixupSpec Mixup { get; init; } = new NoMixup();

    public required TrainingSpec Training { get; init; }

    public required MeasureSpec Measure { get; init; }

    /// <summary>Default: portable.</summary>
    public Numerics Numerics { get; init; } = Numerics.Portable;

    /// <summary>Root of every random stream of the cell.</summary>
    [Range(0, int.MaxValue)]
    public required int Seed { get; init; }
}
