namespace NeuralCollapse.Specs;

/// <summary>Weights trained along with the features, at the cost of (weight-decay / 2) |W|_F^2.</summary>
[Kind("learned")]
public sealed record LearnedClassifier : UnconstrainedClassifier
{
    /// <summary>lambda_W, which multiplies half the sum of the squared weights.</summary>
    [Range(1e-9, 1e3)]
    public required double WeightDecay { get; init; }
}
