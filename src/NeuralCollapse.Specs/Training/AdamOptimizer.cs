namespace NeuralCollapse.Specs;

/// <summary>Adam (Kingma and Ba 2015); weight decay is added to the gradient.</summary>
[Kind("adam")]
public sealed record AdamOptimizer : AdaptiveOptimizerSpec;
