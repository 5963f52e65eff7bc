namespace NeuralCollapse.Records;

/// <summary>A result that is not what its snapshot says.</summary>
public sealed record SnapshotDifference
{
    public required string CellId { get; init; }

    public required string CellLabel { get; init; }

    /// <summary>Name of the metric; empty when it is the cell as a whole.</summary>
    public required string Metric { get; init; }

    /// <summary>What the snapshot says, as text; <c>-</c> when it says nothing.</summary>
    public required string Expected { get; init; }

    /// <summary>What is recorded, as text; <c>-</c> when nothing is.</summary>
    public required string Got { get; init; }

    /// <summary>Which rule was broken, in a few words.</summary>
    public required string Why { get; init; }
}
