namespace NeuralCollapse.Specs;

/// <summary>What may be added to the logits W h_i of free features without decay.</summary>
public enum UnconstrainedOffset
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>For each sample a number of its own, the same for all its logits; with a learned classifier also a bias that all share.</summary>
    Free,
}
