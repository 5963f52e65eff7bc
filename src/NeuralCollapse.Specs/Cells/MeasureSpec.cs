namespace NeuralCollapse.Specs;

/// <summary>When a cell is measured, and what is kept of it.</summary>
public sealed record MeasureSpec : IChecked
{
    /// <summary>
    /// Epochs after which the model is measured, strictly increasing; 0 is before training; the last one must be the last epoch of training.
    /// Default: 0, the powers of two below the last epoch, and the last epoch.
    /// </summary>
    [Range(0, 100_000), Ranges, Announced]
    public IReadOnlyList<int> Epochs { get; init; } = []; // which NetworkCell.MeasuredEpochs resolves

    /// <summary>Classes in the planar projection of last-layer features; 3, or 0 for no projection. Default: 3.</summary>
    [Allowed(0, 3)]
    public int ProjectionClasses { get; init; } = 3;

    /// <summary>Mixed samples drawn for the projection. Default: 240.</summary>
    [Range(3, 100_000)]
    public int ProjectionSamples { get; init; } = 240;

    /// <summary>How batch norm normalises the mixed samples of the projection. Default: evaluation.</summary>
    public NormalizationMode ProjectionMode { get; init; }

    /// <summary>
    /// Pairs of training images of different classes that are mixed, at eleven values of lambda from 0.5 to 1, to see where mixed features
    /// lie; 0: not measured. Default: 200.
    /// </summary>
    [Range(0, 100_000)]
    public int MixedPairs { get; init; } = 200;

    /// <summary>
    /// Whether collapse is measured layer by layer, too, of the output of every block averaged over the image (of a vision transformer that
    /// of the class token), and where mixed samples lie there: one more pass over the training images, and <c>layers.csv</c>. Default: false.
    /// </summary>
    public bool Layers { get; init; }

    /// <summary>
    /// Whether the weights of every measured epoch are left in <c>.runs/CELL-ID</c>, so that what is measured can change without training
    /// again: those of the last epoch as <c>weights.safetensors</c>, those of epoch E as <c>weights-epoch-E.safetensors</c>. Default: true.
    /// </summary>
    public bool KeepWeights { get; init; } = true;

    /// <summary>Whether <c>.runs/CELL-ID/features.npz</c> is left with the last-layer features after the last epoch. Default: false.</summary>
    public bool KeepFeatures { get; init; }

    public IEnumerable<Objection> Objections() => Objection.UnlessIncreasing("epochs", Epochs);
}

/// <summary>How batch norm normalises what is measured; networks without it know no difference.</summary>
public enum NormalizationMode
{
    /// <summary>By its running statistics, as in all that is measured.</summary>
    Evaluation,

    /// <summary>By the mean and variance of each batch of mixed samples, as while the network is trained; the running statistics stay as they are.</summary>
    Training,
}
