namespace NeuralCollapse.Records;

/// <summary>A cell in a snapshot: what its last epoch is expected to give.</summary>
public sealed record SnapshotCell
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Fingerprint of the numerics that gave the values.</summary>
    public required string Numerics { get; init; }

    /// <summary>Values by metric name, in the order they are written.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; }
}
