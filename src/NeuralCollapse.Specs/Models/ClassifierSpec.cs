namespace NeuralCollapse.Specs;

/// <summary>The linear map W h + b from D features to the logits of C classes that ends a network.</summary>
public abstract record ClassifierSpec
{
    /// <summary>Numbers of it that are learned.</summary>
    /// <param name="features">D.</param>
    /// <param name="classes">C.</param>
    internal abstract long Parameters(long features, int classes);
}

/// <summary>Weights and biases that are trained like those of every other layer.</summary>
[Kind("learned")]
public sealed record LearnedLastLayer : ClassifierSpec
{
    internal override long Parameters(long features, int classes) => (features + 1) * classes;
}

/// <summary>
/// A fixed simplex equiangular tight frame without bias, in directions drawn from the seed: it has neither gradient nor weight decay (Zhu et
/// al. 2021; Yang et al. 2022, definition 1). It needs one feature fewer than there are classes, or more.
/// </summary>
[Kind("simplex")]
public sealed record SimplexLastLayer : ClassifierSpec
{
    /// <summary>
    /// Length of each row of W, so that W W^T = m (I - 11^T/C) with m = scale^2 C / (C - 1), which is what the key of the same name in
    /// <c>ufm.classifier</c> gives. The longer the rows, the shorter the features that reach the same logits. Default: 1.
    /// </summary>
    [Range(1e-3, 1e3)]
    public double Scale { get; init; } = 1;

    internal override long Parameters(long features, int classes) => 0;
}
