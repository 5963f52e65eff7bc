namespace NeuralCollapse.Specs;

/// <summary>
/// One point of an experiment's matrix at one seed: what is trained, and what is measured of it. A cell is of one of two kinds, and has the
/// keys of its kind alone. Record equality is not used, lists break it: see <see cref="Cell.Id"/>.
/// </summary>
public abstract record CellSpec
{
    /// <summary>What training minimises.</summary>
    public required LossSpec Loss { get; init; }

    /// <summary>Which processor instructions may be used. Default: portable.</summary>
    public Numerics Numerics { get; init; } = Numerics.Portable;

    /// <summary>Root of every random stream of the cell.</summary>
    [Range(0, int.MaxValue)]
    public required int Seed { get; init; }

    /// <summary>Epochs after which the cell is measured, strictly increasing; the last is the last epoch of training.</summary>
    public abstract IReadOnlyList<int> MeasuredEpochs { get; }

    /// <summary>The same cell with what follows from other values written out: named or not, the same epochs are the same cell.</summary>
    internal virtual CellSpec Resolved => this;

    /// <summary>What is measured must be there: training has to end with a measured epoch.</summary>
    private protected static IEnumerable<Objection> ObjectionsToTheLast(IReadOnlyList<int> measured, int epochs)
    {
        if (measured[^1] != epochs)
        {
            yield return new(
                FormattableString.Invariant($"measure.epochs[{measured.Count - 1}]"),
                FormattableString.Invariant($"the last epoch of training, {epochs}"),
                FormattableString.Invariant($"{measured[^1]}"));
        }
    }
}

/// <summary>A network that is trained on images.</summary>
public sealed record NetworkCell : CellSpec, IChecked
{
    /// <summary>What it is trained and tested on.</summary>
    public required DataSpec Data { get; init; }

    /// <summary>What is trained.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>Whether and how pairs of samples are mixed. Default: none.</summary>
    public MixupSpec Mixup { get; init; } = new NoMixup();

    /// <summary>For how long it is trained, and how.</summary>
    public required TrainingSpec Training { get; init; }

    /// <summary>When it is measured, and what is kept of it. Default: as its keys.</summary>
    public MeasureSpec Measure { get; init; } = new();

    /// <summary>
    /// Those that <see cref="Measure"/> names; where it names none, 0, the powers of two below the last epoch, and the last epoch, since
    /// collapse is fast at first and slow at the end.
    /// </summary>
    public override IReadOnlyList<int> MeasuredEpochs => Measure.Epochs.Count > 0
        ? Measure.Epochs
        : [0, .. Enumerable.Range(0, 31).Select(exponent => 1 << exponent).TakeWhile(epoch => epoch < Training.Epochs), Training.Epochs];

    internal override CellSpec Resolved => this with { Measure = Measure with { Epochs = MeasuredEpochs } };

    public IEnumerable<Objection> Objections()
    {
        foreach (var objection in ObjectionsToTheLast(MeasuredEpochs, Training.Epochs))
            yield return objection;
        if (Data.KnownClasses is { } classes && Model.ObjectionTo(classes) is { } narrow)
            yield return narrow with { Key = $"model.{narrow.Key}" };
        foreach (var (at, layer) in (Mixup as ManifoldMixup)?.Layers.Index().Where(l => l.Item > Model.Layers) ?? [])
        {
            yield return new(
                FormattableString.Invariant($"mixup.layers[{at}]"),
                FormattableString.Invariant($"at most the {Model.Layers} layers of the network"),
                FormattableString.Invariant($"{layer}"));
        }

        if (Mixup is Mixup { Mixtures: > 0 } && Data.Augment != Augmentation.None)
            yield return new("data.augment", "none, for a varied image makes another mixture than the fixed one", Data.Augment == Augmentation.Crop ? "crop" : "crop-flip");
        if (Training.Precision == Precision.Bfloat16 && Numerics == Numerics.Portable)
            yield return new("training.precision", "float32 with portable numerics, or bfloat16 with numerics: native", "bfloat16");
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

/// <summary>Which processor instructions training may use.</summary>
public enum Numerics
{
    /// <summary>Capped at AVX2, so that machines agree bit for bit far more often.</summary>
    Portable,

    /// <summary>All the machine has.</summary>
    Native,
}
