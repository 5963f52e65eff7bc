namespace NeuralCollapse.Specs;

/// <summary>
/// Adam with decoupled weight decay: each step first shrinks the parameters by learning rate x weight decay (Loshchilov and Hutter 2019,
/// algorithm 2).
/// </summary>
[Kind("adamw")]
public sealed record AdamWOptimizer : AdaptiveOptimizerSpec;
