namespace NeuralCollapse.Specs;

/// <summary>Wide residual network with pre-activation basic blocks (Zagoruyko and Komodakis 2016, section 2).</summary>
[Kind("wide-resnet")]
public sealed record WideResNetModel : ModelSpec, IChecked
{
    /// <summary>Layers in all: 6 n + 4, for n blocks in each of the three groups.</summary>
    [Range(10, 1000), Usual("16")]
    public required int Depth { get; init; }

    /// <summary>Widening factor k: the groups have 16k, 32k and 64k channels.</summary>
    [Range(1, 100), Usual("2")]
    public required int Width { get; init; }

    public IEnumerable<Objection> Objections()
    {
        if (Depth % 6 != 4)
        {
            var below = Depth - ((Depth + 2) % 6);
            yield return new(
                "depth",
                FormattableString.Invariant($"6 n + 4 layers, such as {below} or {below + 6}"),
                FormattableString.Invariant($"{Depth}"));
        }
    }
}
