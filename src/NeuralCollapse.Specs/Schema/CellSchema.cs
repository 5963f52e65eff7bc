using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A cell: of the unconstrained features model where it has the section <c>ufm</c>, of a network where not.</summary>
internal sealed class CellSchema(RecordSchema network, RecordSchema ufm) : Schema
{
    private static readonly string Mark = KebabCase.Of(nameof(UfmCell.Ufm));

    public override string Expected => network.Expected;

    public override JsonNode Write(object value, bool brief) => (value is UfmCell ? ufm : network).Write(value, brief);

    public override JsonObject JsonSchema() => new() { ["oneOf"] = new JsonArray(network.JsonSchema(), ufm.JsonSchema()) };

    public override IEnumerable<Schema> At(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return [this];
        List<Schema> found = [.. network.At(path)];
        found.AddRange(ufm.At(path));
        return found;
    }

    public override IEnumerable<string> Paths() => network.Paths().Union(ufm.Paths());

    protected override object? ReadGiven(Node node, Errors errors) => (node is MapNode map && map.Find(Mark) is not null ? ufm : network).Read(node, errors);
}

/// <summary>The keys of a cell that a spec may set: all but the seed, which comes from the list of seeds.</summary>
internal static class CellKeys
{
    public const string Seed = "seed";

    private static readonly List<string> Written = ["data", "model", "loss", "mixup", "ufm", "training", "measure"]; // the order in which specs have them

    /// <summary>Sections and the dotted paths into them: every name an axis may have.</summary>
    public static readonly IReadOnlyList<string> Paths =
        [.. SchemaOf.Cell.Paths().Where(p => p != Seed).OrderBy(p => (uint)Written.IndexOf(p.Split('.')[0]))]; // numerics, not there, is last

    public static readonly IReadOnlyList<string> Sections = [.. Paths.Where(IsSection)];

    public static bool IsSection(string path) => !path.Contains('.');
}
