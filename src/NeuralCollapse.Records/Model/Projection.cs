namespace NeuralCollapse.Records;

/// <summary>Last-layer features of mixed samples and the classifiers of the same classes, in the plane of these classifiers.</summary>
public sealed record Projection
{
    /// <summary>Epochs trained; 0 is before training.</summary>
    public required int Epoch { get; init; }

    /// <summary>Samples and classifiers, in the order they are written.</summary>
    public required IReadOnlyList<ProjectedPoint> Points { get; init; }
}

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

/// <summary>What a point of a projection is.</summary>
public enum ProjectedKind
{
    /// <summary>The feature of a mixed sample.</summary>
    Sample,

    /// <summary>A row of the classifier.</summary>
    Classifier,
}
