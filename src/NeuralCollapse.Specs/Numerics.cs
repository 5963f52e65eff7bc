namespace NeuralCollapse.Specs;

/// <summary>Which processor instructions training may use.</summary>
public enum Numerics
{
    /// <summary>Capped at AVX2, so that machines agree bit for bit far more often.</summary>
    Portable,

    /// <summary>All the machine has.</summary>
    Native,
}
