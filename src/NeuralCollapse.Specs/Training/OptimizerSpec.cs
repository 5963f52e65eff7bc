namespace NeuralCollapse.Specs;

/// <summary>The rule that turns gradients into steps.</summary>
public abstract record OptimizerSpec
{
    /// <summary>Learning rate before any schedule.</summary>
    [Range(1e-12, 1e3)]
    public required double LearningRate { get; init; }
}
