namespace NeuralCollapse.Specs;

/// <summary>What training minimises, averaged over the samples of a batch.</summary>
public abstract record LossSpec
{
    /// <summary>How the two labels of a mixed sample are taken; without mixup it changes nothing. Default: loss.</summary>
    public LossMixing Mix { get; init; }
}
