namespace NeuralCollapse.Specs;

/// <summary>
/// Vision transformer (Dosovitskiy et al. 2021, section 3.1): layer norm before attention and MLP, learned positions, the class token
/// after the last layer norm as features, no dropout. ViT-B/4 has patch 4, dim 768, depth 12, heads 12, mlp 3072.
/// </summary>
[Kind("vit")]
public sealed record VitModel : ModelSpec, IChecked
{
    /// <summary>Side of a square patch in pixels; it divides both sides of the images.</summary>
    [Range(1, 1000)]
    public required int Patch { get; init; }

    /// <summary>Dimension of the tokens and so of the features.</summary>
    [Range(1, 100_000)]
    public required int Dim { get; init; }

    /// <summary>Encoder blocks.</summary>
    [Range(1, 1000)]
    public required int Depth { get; init; }

    /// <summary>Attention heads; a divisor of the dimension.</summary>
    [Range(1, 1000)]
    public required int Heads { get; init; }

    /// <summary>Hidden units of each block's MLP.</summary>
    [Range(1, 100_000)]
    public required int Mlp { get; init; }

    public IEnumerable<Objection> Objections()
    {
        if (Dim % Heads != 0)
        {
            yield return new(
                "heads",
                FormattableString.Invariant($"a divisor of the dimension {Dim}"),
                FormattableString.Invariant($"{Heads}"));
        }
    }
}
