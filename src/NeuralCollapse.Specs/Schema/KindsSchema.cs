using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A map whose <c>kind</c> chooses the record it is read into.</summary>
internal sealed class KindsSchema(IReadOnlyDictionary<Type, RecordSchema> kinds) : Schema
{
    public const string Key = "kind";

    public override string Expected => $"a map with a kind ({string.Join(", ", Names)})";

    public IEnumerable<RecordSchema> Kinds => kinds.Values;

    private IEnumerable<string> Names => kinds.Values.Select(k => k.Kind);

    public override JsonNode Write(object value, bool brief) => kinds[value.GetType()].Write(value, brief);

    public override JsonObject JsonSchema() => new() { ["oneOf"] = new JsonArray([.. kinds.Values.Select(k => k.JsonSchema())]) };

    public override IEnumerable<Schema> At(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return [this];

        var found = new List<Schema>();
        foreach (var kind in kinds.Values)
            found.AddRange(kind.At(path));

        return found;
    }

    public override IEnumerable<string> Paths() => kinds.Values.SelectMany(k => k.Paths()).Distinct();

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is not MapNode map)
            return null;

        var expected = $"one of the kinds {string.Join(", ", Names)}";
        var kind = map.Find(Key);
        if (kind is null && map.Entries.FirstOrDefault(e => e.Key.Text.StartsWith($"{Key}:", StringComparison.Ordinal)) is { Key: var glued })
        {
            errors.Add(glued, $"{Key}: and {expected}", glued.Text, NearestName.HintForKey(glued.Text, [Key]));
            return null;
        }

        if (kind is null)
        {
            errors.AddAt(map, map.PathOf(Key), expected, "nothing", "the key is required");
            return null;
        }

        var name = kind is ScalarNode { IsText: true } scalar ? scalar.Text : "";
        if (kinds.Values.FirstOrDefault(k => k.Kind == name) is { } schema)
            return schema.Read(map, errors);

        errors.Add(kind, expected, kind.Description, NearestName.Hint(name, Names));
        return null;
    }
}
