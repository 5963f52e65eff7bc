namespace NeuralCollapse.Specs;

/// <summary>Which parameters weight decay shrinks.</summary>
public enum DecayedParameters
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>The weights of linear maps, convolutions and embeddings; neither biases nor the scales of normalisations.</summary>
    Weights,
}
