namespace NeuralCollapse.Records;

/// <summary>The outcome of comparing results with their snapshot.</summary>
public sealed record SnapshotVerdict
{
    /// <summary>Everything that differs, in the order of the snapshot; empty when the results agree.</summary>
    public required IReadOnlyList<SnapshotDifference> Differences { get; init; }

    /// <summary>Values that had to agree in every digit, since the numerics fingerprints are the same.</summary>
    public required int ComparedExactly { get; init; }

    /// <summary>Values that had to agree within a tolerance, since the numerics fingerprints differ.</summary>
    public required int ComparedWithinTolerance { get; init; }

    /// <summary>Values that were not compared: the numerics fingerprints differ and the spec gives their metric no tolerance.</summary>
    public required int NotCompared { get; init; }

    public bool Agrees => Differences.Count == 0;
}
