namespace NeuralCollapse.Measures;

/// <summary>The predictions whose confidence lies in (Lower, Upper].</summary>
public sealed record ReliabilityBin
{
    /// <summary>Lower edge, excluded, but for confidence 0 in the first bin.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper edge, included.</summary>
    public required double Upper { get; init; }

    /// <summary>Predictions in the bin.</summary>
    public required int Count { get; init; }

    /// <summary>Mean confidence of the bin's predictions; NaN when it has none.</summary>
    public required double MeanConfidence { get; init; }

    /// <summary>Fraction of the bin's predictions that are right; NaN when it has none.</summary>
    public required double Accuracy { get; init; }
}
