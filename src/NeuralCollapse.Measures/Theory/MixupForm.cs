namespace NeuralCollapse.Measures;

/// <summary>What mixup mixes on the side of the labels.</summary>
public enum MixupForm
{
    /// <summary>lambda loss(z, y) + (1 - lambda) loss(z, y').</summary>
    Losses,

    /// <summary>loss(z, lambda y + (1 - lambda) y').</summary>
    Targets,
}
