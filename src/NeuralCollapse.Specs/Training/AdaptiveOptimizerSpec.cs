namespace NeuralCollapse.Specs;

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
}
