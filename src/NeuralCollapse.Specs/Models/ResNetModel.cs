namespace NeuralCollapse.Specs;

/// <summary>Residual network (He et al. 2016a, table 1) for small images: a 3 x 3 stem of stride 1 and no pooling after it.</summary>
[Kind("resnet")]
public sealed record ResNetModel : ModelSpec
{
    /// <summary>Layers of the published network; 50 has bottleneck blocks and 2048 features, the others have 512.</summary>
    [Allowed(18, 34, 50), Usual("18")]
    public required int Depth { get; init; }
}
