namespace NeuralCollapse.Specs;

/// <summary>What shares one lambda.</summary>
public enum LambdaScope
{
    /// <summary>All samples of a step.</summary>
    Batch,

    /// <summary>Nothing, every sample of a step has its own.</summary>
    Sample,
}
