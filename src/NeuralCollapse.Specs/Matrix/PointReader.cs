namespace NeuralCollapse.Specs;

/// <summary>Resolves combinations into points; no two may be the same.</summary>
internal sealed class PointReader(MapNode sections, Errors errors)
{
    private readonly Dictionary<string, Combination> byId = new(StringComparer.Ordinal);
    private readonly HashSet<Node> objected = [];

    /// <summary>The points of those combinations that are valid.</summary>
    public IReadOnlyList<Point> Read(IEnumerable<Combination> combinations) => [.. combinations.Select(Read).OfType<Point>()];

    private Point? Read(Combination combination)
    {
        // Which seed does not matter yet: every point is trained with all of them.
        var seed = new ScalarNode(sections.Line, sections.Column, CellKeys.Seed, "0", quoted: false);
        var resolved = combination.Over(sections).With([CellKeys.Seed], seed, seed);
        if (SchemaOf.Cell.Read(resolved, errors) is not CellSpec spec)
            return null;

        spec = spec.Resolved;
        var id = CanonicalJson.Id(CanonicalJson.Write(spec)); // points that differ in what is measured alone would be recorded in one place
        if (byId.TryAdd(id, combination))
            return new Point(combination.Labels, spec) { Defaults = AnnouncedDefaults.Of(spec, resolved) };

        // One repeated value makes many equal pairs; the first pair says it all.
        var twin = byId[id];
        var difference = combination.DifferenceTo(twin);
        if (objected.Add(difference))
            errors.Add(difference, "cells that differ", $"the same training twice: {twin} and {combination}");

        return null;
    }
}

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
