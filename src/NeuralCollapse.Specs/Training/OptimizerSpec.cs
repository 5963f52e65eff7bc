namespace NeuralCollapse.Specs;

/// <summary>The rule that turns gradients into steps.</summary>
public abstract record OptimizerSpec
{
    /// <summary>Learning rate before any schedule.</summary>
    [Range(1e-12, 1e3)]
    public required double LearningRate { get; init; }

    /// <summary>Weight decay, which enters as the kind says; 0: none. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }

    /// <summary>What weight decay shrinks. Default: all.</summary>
    public DecayedParameters Decay { get; init; }

    /// <summary>
    /// Largest Euclidean norm of the gradient of all parameters together; a longer gradient is scaled to it (Pascanu et al. 2013,
    /// algorithm 1); 0: no limit. Default: 0.
    /// </summary>
    [Range(0.0, 1e6)]
    public double Clip { get; init; }
}
