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

    /// <summary>Running moments of the gradient that it keeps, each of the size of the parameters.</summary>
    public abstract int Moments { get; }
}

/// <summary>Stochastic gradient descent with momentum; weight decay is added to the gradient.</summary>
[Kind("sgd")]
public sealed record SgdOptimizer : OptimizerSpec, IChecked
{
    /// <summary>Momentum. Default: 0.</summary>
    [Range(0.0, 0.9999)]
    public double Momentum { get; init; }

    /// <summary>Whether the gradient is taken after the momentum, which must be above 0 (Sutskever et al. 2013, section 2). Default: false, heavy ball.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public override int Moments => Momentum == 0 ? 0 : 1;

    public IEnumerable<Objection> Objections()
    {
        if (Nesterov && Momentum == 0)
            yield return new("nesterov", "a momentum above 0 with it", "momentum 0");
    }
}

/// <summary>Steps scaled by running moments of the gradient (Kingma and Ba 2015, algorithm 1).</summary>
public abstract record AdaptiveOptimizerSpec : OptimizerSpec
{
    /// <summary>Decay of the running mean of the gradient. Default: 0.9.</summary>
    [Range(0.0, 0.9999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the running mean of its square. Default: 0.999.</summary>
    [Range(0.0, 0.999999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of that mean. Default: 1e-8.</summary>
    [Range(1e-16, 1.0)]
    public double Epsilon { get; init; } = 1e-8;

    /// <inheritdoc/>
    public override int Moments => 2;
}

/// <summary>Adam (Kingma and Ba 2015); weight decay is added to the gradient.</summary>
[Kind("adam")]
public sealed record AdamOptimizer : AdaptiveOptimizerSpec;

/// <summary>
/// Adam with decoupled weight decay: each step first shrinks the parameters by learning rate x weight decay (Loshchilov and Hutter 2019,
/// algorithm 2).
/// </summary>
[Kind("adamw")]
public sealed record AdamWOptimizer : AdaptiveOptimizerSpec;

/// <summary>Which parameters weight decay shrinks.</summary>
public enum DecayedParameters
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>The weights of linear maps, convolutions and embeddings; neither biases nor the scales of normalisations.</summary>
    Weights,
}
