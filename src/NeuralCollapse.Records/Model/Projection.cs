namespace NeuralCollapse.Records;

/// <summary>Last-layer features of mixed samples and the classifiers of the same classes, in the plane of these classifiers.</summary>
public sealed record Projection
{
    /// <summary>Epochs trained, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Samples and classifiers, in the order they are written.</summary>
    public required IReadOnlyList<ProjectedPoint> Points { get; init; }
}
