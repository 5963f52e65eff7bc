namespace NeuralCollapse.Specs;

/// <summary>Which sample of the batch is mixed into another.</summary>
public enum PartnerChoice
{
    /// <summary>Any, the sample itself included: a random permutation of the batch.</summary>
    Any,

    /// <summary>
    /// One of the same class, the sample itself included: a random permutation within each class. The only sample of its class in a
    /// batch stays unmixed.
    /// </summary>
    SameClass,

    /// <summary>
    /// One of another class, drawn uniformly for each sample alone: one sample may be the partner of several. A batch of one class stays
    /// unmixed.
    /// </summary>
    DifferentClass,
}
