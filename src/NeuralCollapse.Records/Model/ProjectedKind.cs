namespace NeuralCollapse.Records;

/// <summary>What a point of a projection is.</summary>
public enum ProjectedKind
{
    /// <summary>The feature of a mixed sample.</summary>
    Sample,

    /// <summary>A row of the classifier.</summary>
    Classifier,
}
