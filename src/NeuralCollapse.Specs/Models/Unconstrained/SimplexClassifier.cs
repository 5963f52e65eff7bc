namespace NeuralCollapse.Specs;

/// <summary>A fixed simplex: W W^T = scale (I - 11^T/C).</summary>
[Kind("simplex")]
public sealed record SimplexClassifier : UnconstrainedClassifier
{
    /// <summary>m, C / (C - 1) times the squared length of a row.</summary>
    [Range(1e-6, 1e6)]
    public required double Scale { get; init; }
}
