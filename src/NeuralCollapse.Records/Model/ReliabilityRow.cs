namespace NeuralCollapse.Records;

/// <summary>Test predictions whose confidence lies in one bin, after the last epoch.</summary>
public sealed record ReliabilityRow
{
    /// <summary>Lower edge of the bin, in [0, 1].</summary>
    public required double Lower { get; init; }

    /// <summary>Upper edge of the bin, in [0, 1].</summary>
    public required double Upper { get; init; }

    /// <summary>Predictions in the bin.</summary>
    public required int Count { get; init; }

    /// <summary>Their mean confidence; NaN for an empty bin.</summary>
    public required double Confidence { get; init; }

    /// <summary>Fraction of them that is right; NaN for an empty bin.</summary>
    public required double Accuracy { get; init; }
}
