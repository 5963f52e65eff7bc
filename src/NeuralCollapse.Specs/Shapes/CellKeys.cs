namespace NeuralCollapse.Specs;

/// <summary>The keys of a cell that a spec may set: all but the seed, which comes from the list of seeds.</summary>
internal static class CellKeys
{
    public const string Seed = "seed";

    private static readonly List<string> Written = ["data", "model", "loss", "mixup", "ufm", "training", "measure"]; // the order in which specs have them

    /// <summary>Sections and the dotted paths into them: every name an axis may have.</summary>
    public static readonly IReadOnlyList<string> Paths =
        [.. ShapeOf.Cell.Paths().Where(p => p != Seed).OrderBy(p => (uint)Written.IndexOf(p.Split('.')[0]))]; // numerics, not there, is last

    public static readonly IReadOnlyList<string> Sections = [.. Paths.Where(IsSection)];

    public static bool IsSection(string path) => !path.Contains('.');
}
