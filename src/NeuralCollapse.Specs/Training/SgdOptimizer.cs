namespace NeuralCollapse.Specs;

/// <summary>Stochastic gradient descent with momentum; weight decay is added to the gradient.</summary>
[Kind("sgd")]
public sealed record SgdOptimizer : OptimizerSpec, IChecked
{
    /// <summary>Momentum. Default: 0.</summary>
    [Range(0.0, 0.9999)]
    public double Momentum { get; init; }

    /// <summary>Whether the gradient is taken after the momentum, which must be above 0 (Sutskever et al. 2013, section 2). Default: false, heavy ball.</summary>
    public bool Nesterov { get; init; }

    public IEnumerable<Objection> Objections()
    {
        if (Nesterov && Momentum == 0)
            yield return new("nesterov", "a momentum above 0 with it", "momentum 0");
    }
}
