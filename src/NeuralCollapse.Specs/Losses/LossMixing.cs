namespace NeuralCollapse.Specs;

/// <summary>How a loss takes the two labels of a mixed sample.</summary>
public enum LossMixing
{
    /// <summary>lambda x loss against one label + (1 - lambda) x loss against the other (Zhang et al. 2018, section 3.6).</summary>
    Loss,

    /// <summary>The loss against one target, lambda x one-hot of one label + (1 - lambda) x one-hot of the other.</summary>
    Target,
}
