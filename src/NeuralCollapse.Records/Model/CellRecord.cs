using NeuralCollapse.Measures;

namespace NeuralCollapse.Records;

/// <summary>
/// Everything that is kept of a trained cell. All but <see cref="Environment"/> is a pure function of the cell and the numerics.
/// </summary>
public sealed record CellRecord
{
    /// <summary>Content hash of <see cref="CanonicalJson"/>, and name of the cell's directory.</summary>
    public required string Id { get; init; }

    /// <summary>Axes and seed in one line, for people.</summary>
    public required string Label { get; init; }

    public required string CanonicalJson { get; init; }

    /// <summary>Fingerprint of the numerics it was trained with: equal fingerprints promise equal digits.</summary>
    public required string Numerics { get; init; }

    /// <summary>Measurements by epoch, in ascending order; at least one, unless it diverged before the first.</summary>
    public required IReadOnlyList<MetricRow> Epochs { get; init; }

    /// <summary>Reliability of the test predictions after the last epoch, by rising confidence; may be empty.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Projections by epoch, in ascending order; may be empty.</summary>
    public required IReadOnlyList<Projection> Projections { get; init; }

    /// <summary>Mixed samples by epoch and lambda, both in ascending order; empty when they were not measured.</summary>
    public IReadOnlyList<MixedPoint> Lambdas { get; init; } = [];

    /// <summary>Layers of the network by epoch and depth, both in ascending order; empty when they were not measured.</summary>
    public IReadOnlyList<LayerPoint> Layers { get; init; } = [];

    /// <summary>Every epoch of training, in ascending order; empty for the unconstrained features model.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];

    /// <summary>Why its training ended early; null for one that was trained to its last epoch.</summary>
    public Divergence? Diverged { get; init; }

    public required RunEnvironment Environment { get; init; }

    /// <summary>
    /// SHA-256 by path of the files that it was read from and that another run repeats; empty for a record that was not read. They are not
    /// written: whoever writes a record takes them from what is written.
    /// </summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The last of <see cref="Epochs"/>; a row of nothing where there are none.</summary>
    public MetricRow Final => Epochs.Count > 0 ? Epochs[^1] : MetricRow.Nothing;
}

/// <summary>What was measured after one epoch.</summary>
public sealed record MetricRow
{
    /// <summary>Of no metric.</summary>
    public static readonly MetricRow Nothing = new() { Epoch = 0, Metrics = [] };

    /// <summary>Epochs trained; 0 is before training.</summary>
    public required int Epoch { get; init; }

    /// <summary>Values by metric name. Names are unique, and the same in the same order over the epochs of a cell.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; }

    /// <summary>Value of a metric; null when it was not measured.</summary>
    public double? Find(string metric)
    {
        foreach (var (name, value) in Metrics)
        {
            if (name == metric)
                return value;
        }

        return null;
    }
}

/// <summary>What one epoch of training showed of the samples as they were trained on: mixed where the cell mixes.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="LearningRate">That of its last step.</param>
/// <param name="Objective">Mean loss, each batch's before its step.</param>
/// <param name="Accuracy">Part of the samples classified right, likewise; of a mixed sample each label counts its share.</param>
public sealed record CurvePoint(int Epoch, double LearningRate, double Objective, double Accuracy);
