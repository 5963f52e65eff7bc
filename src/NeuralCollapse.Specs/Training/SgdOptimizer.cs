namespace NeuralCollapse.Specs;

/// <summary>Stochastic gradient descent with heavy-ball momentum and L2 weight decay on every parameter.</summary>
[Kind("sgd")]
public sealed record SgdOptimizer : OptimizerSpec
{
    /// <summary>Momentum. Default: 0.</summary>
    [Range(0.0, 0.9999)]
    public double Momentum { get; init; }

    /// <summary>Weight decay, added to the gradient. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }
}
