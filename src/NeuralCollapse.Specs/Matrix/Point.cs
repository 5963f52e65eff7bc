namespace NeuralCollapse.Specs;

/// <summary>A point of the matrix, resolved; a seed makes it a cell.</summary>
/// <param name="Axes">Labels by axis.</param>
/// <param name="Spec">With any seed.</param>
internal sealed record Point(IReadOnlyList<KeyValuePair<string, string>> Axes, CellSpec Spec)
{
    /// <summary>What the file does not say of it and a plan should: see <see cref="AnnouncedAttribute"/>.</summary>
    public IReadOnlyList<string> Defaults { get; init; } = [];

    public Cell At(int seed)
    {
        var spec = Spec with { Seed = seed };
        var json = CanonicalJson.Write(spec);
        return new Cell { Id = CanonicalJson.Id(json), Axes = Axes, Spec = spec, CanonicalJson = json };
    }
}
