namespace NeuralCollapse.Specs;

/// <summary>Wide residual network with pre-activation basic blocks (Zagoruyko and Komodakis 2016, section 2).</summary>
[Kind("wide-resnet")]
public sealed record WideResNetModel : ModelSpec
{
    /// <summary>Layers in all: 6 n + 4, for n blocks in each of the three groups.</summary>
    [Range(10, 1000)]
    public required int Depth { get; init; }

    /// <summary>Widening factor k: the groups have 16k, 32k and 64k channels.</summary>
    [Range(1, 100)]
    public required int Width { get; init; }
}
