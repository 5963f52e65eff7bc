using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A cell: of the unconstrained features model where it has the section <c>ufm</c>, of a network where not.</summary>
internal sealed class CellShape(RecordShape network, RecordShape ufm) : Shape
{
    private static readonly string Mark = KebabCase.Of(nameof(UfmCell.Ufm));

    public override string Expected => network.Expected;

    public override JsonNode Write(object value, bool brief) => (value is UfmCell ? ufm : network).Write(value, brief);

    public override JsonObject Schema() => new() { ["oneOf"] = new JsonArray(network.Schema(), ufm.Schema()) };

    public override IEnumerable<Shape> At(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return [this];
        List<Shape> found = [.. network.At(path)];
        found.AddRange(ufm.At(path));
        return found;
    }

    public override IEnumerable<string> Paths() => network.Paths().Union(ufm.Paths());

    protected override object? ReadGiven(Node node, Mistakes mistakes) => (node is MapNode map && map.Find(Mark) is not null ? ufm : network).Read(node, mistakes);
}
