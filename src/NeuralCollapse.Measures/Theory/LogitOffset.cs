namespace NeuralCollapse.Measures;

/// <summary>Whether the logits of a sample may share an offset, beside the sum of zero that a simplex classifier gives them.</summary>
/// <remarks>
/// It matters to losses that compare logits with targets one by one, whose sum is not zero. A bias with equal components is a free
/// offset as long as all samples want the same one, which they do where they reach their targets: it is kappa/C.
/// </remarks>
public enum LogitOffset
{
    /// <summary>Each sample's logits are W h + t, with t free and without decay.</summary>
    Free,

    /// <summary>Each sample's logits are W h and sum to zero.</summary>
    None,
}
