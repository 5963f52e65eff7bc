namespace NeuralCollapse.Specs;

/// <summary>
/// Everything a recorded number is a function of, besides the numerics of the machine: one point of an experiment's matrix at one seed.
/// Two cells are the same when their canonical JSON is (see <see cref="Cell.Id"/>); record equality is not used, lists break it.
/// </summary>
public sealed record CellSpec : IChecked
{
    /// <summary>What it is trained and tested on.</summary>
    public required DataSpec Data { get; init; }

    /// <summary>What is trained.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>What training minimises.</summary>
    public required LossSpec Loss { get; init; }

    /// <summary>Whether and how pairs of samples are mixed. Default: none.</summary>
    public MixupSpec Mixup { get; init; } = new NoMixup();

    /// <summary>For how long it is trained, and how.</summary>
    public required TrainingSpec Training { get; init; }

    /// <summary>When it is measured, and what is kept of it. Default: as its keys.</summary>
    public MeasureSpec Measure { get; init; } = new();

    /// <summary>Which processor instructions may be used. Default: portable.</summary>
    public Numerics Numerics { get; init; } = Numerics.Portable;

    /// <summary>Root of every random stream of the cell.</summary>
    [Range(0, int.MaxValue)]
    public required int Seed { get; init; }

    /// <summary>
    /// Epochs after which the cell is measured: those that <see cref="Measure"/> names; where it names none, 0, the powers of two below the
    /// last epoch, and the last epoch, since collapse is fast at first and slow at the end.
    /// </summary>
    public IReadOnlyList<int> MeasuredEpochs => Measure.Epochs.Count > 0
        ? Measure.Epochs
        : [0, .. Enumerable.Range(0, 31).Select(exponent => 1 << exponent).TakeWhile(epoch => epoch < Training.Epochs), Training.Epochs];

    public IEnumerable<Objection> Objections()
    {
        if (MeasuredEpochs[^1] != Training.Epochs)
        {
            yield return new(
                FormattableString.Invariant($"measure.epochs[{Measure.Epochs.Count - 1}]"),
                FormattableString.Invariant($"the last epoch of training, {Training.Epochs}"),
                FormattableString.Invariant($"{Measure.Epochs[^1]}"));
        }

        if (UnconstrainedCell.Is(this))
        {
            foreach (var objection in UnconstrainedCell.Objections(this))
                yield return objection;
            yield break;
        }

        if (Training.BatchSize > Data.Train)
        {
            yield return new(
                "training.batch-size",
                FormattableString.Invariant($"at most the {Data.Train} training images"),
                FormattableString.Invariant($"{Training.BatchSize}"));
        }
        // The variance that batch normalisation needs is undefined for one image.
        else if (Data.Train % Training.BatchSize == 1)
        {
            yield return new(
                "training.batch-size",
                FormattableString.Invariant($"a size that does not leave a last batch of one image, out of {Data.Train}"),
                FormattableString.Invariant($"{Training.BatchSize}"));
        }
    }
}
