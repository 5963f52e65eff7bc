namespace NeuralCollapse.Records;

/// <summary>A point of a projection; coordinates and lambda are kept to 4 decimals.</summary>
public readonly record struct ProjectedPoint
{
    public required ProjectedKind Kind { get; init; }

    public required double X { get; init; }

    public required double Y { get; init; }

    /// <summary>Class of the sample, or of the classifier.</summary>
    public required int ClassA { get; init; }

    /// <summary>Class of the sample it was mixed with; <see cref="ClassA"/> again for a classifier.</summary>
    public required int ClassB { get; init; }

    /// <summary>Part of <see cref="ClassA"/> in the mixture, in [0, 1]; 1 for a classifier.</summary>
    public required double Lambda { get; init; }
}
