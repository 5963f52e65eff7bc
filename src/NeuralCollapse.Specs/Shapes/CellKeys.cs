namespace NeuralCollapse.Specs;

/// <summary>The keys of a cell that a spec may set: all but the seed, which comes from the list of seeds.</summary>
internal static class CellKeys
{
    public const string Seed = "seed";

    /// <summary>Sections and the dotted paths into them: every name an axis may have.</summary>
    public static readonly IReadOnlyList<string> Paths = [.. ShapeOf.Cell.Paths().Where(p => p != Seed).Distinct()];

    public static readonly IReadOnlyList<string> Sections = [.. Paths.Where(IsSection)];

    public static bool IsSection(string path) => !path.Contains('.');
}
