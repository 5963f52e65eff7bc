using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A map with fixed keys, read into a record. A record chosen by its kind has <c>kind</c> among its keys.</summary>
internal sealed class RecordShape(Type type, string kind, IReadOnlyList<KeyShape> keys) : Shape
{
    public string Kind { get; } = kind;

    public Type Type => type;

    public IReadOnlyList<KeyShape> Keys => keys;

    public override string Expected => $"a map with {string.Join(", ", Names)}";

    private IEnumerable<string> Names => keys.Select(k => k.Name).Prepend(KindsShape.Key).Skip(Kind.Length == 0 ? 1 : 0);

    public override JsonNode Write(object value, bool brief)
    {
        var entries = (brief ? Given(value) : keys).Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Shape.Write(k.Property.GetValue(value)!, brief)));
        if (Kind.Length > 0)
        {
            entries = entries.Append(KeyValuePair.Create(KindsShape.Key, (JsonNode?)JsonValue.Create(Kind)));
        }

        return new JsonObject(entries.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    public override JsonObject Schema() => RecordSchema.Of(type, Kind, keys);

    public override IEnumerable<Shape> At(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return [this];
        }

        var name = path[0];
        return keys.FirstOrDefault(k => k.Name == name)?.Shape.At(path[1..]) ?? [];
    }

    public override IEnumerable<string> Paths() =>
        keys.SelectMany(k => k.Shape.Paths().Select(p => $"{k.Name}.{p}").Prepend(k.Name));

    protected override object? ReadGiven(Node node, Mistakes mistakes)
    {
        if (node is not MapNode map)
        {
            return null;
        }

        var record = Activator.CreateInstance(type)!;
        var whole = true;
        foreach (var entry in DuplicateKeys.Removed(map, mistakes).Where(e => Kind.Length == 0 || e.Key.Text != KindsShape.Key))
        {
            whole &= Set(record, entry, mistakes);
        }

        foreach (var missing in keys.Where(k => k.Required && map.Find(k.Name) is null))
        {
            mistakes.AddAt(map, map.PathOf(missing.Name), missing.Shape.Expected, "nothing", "the key is required");
            whole = false;
        }

        if (!whole)
        {
            return null;
        }

        foreach (var objection in (record as IChecked)?.Objections() ?? [])
        {
            var (at, rest) = map.Locate(objection.Key);
            mistakes.AddAt(at, rest.Length == 0 ? at.Path : at.PathOf(rest), objection.Expected, objection.Got);
        }

        return record;
    }

    /// <summary>
    /// The keys a record cannot do without, and those that are not at their default: so that a key which is added later, with what was
    /// done before as its default, leaves the text of every older record as it was.
    /// </summary>
    private IEnumerable<KeyShape> Given(object record)
    {
        var untouched = Activator.CreateInstance(type)!;
        return keys.Where(k => k.Required || !JsonNode.DeepEquals(
            k.Shape.Write(k.Property.GetValue(record)!, brief: true), k.Shape.Write(k.Property.GetValue(untouched)!, brief: true)));
    }

    private bool Set(object record, Entry entry, Mistakes mistakes)
    {
        if (keys.FirstOrDefault(k => k.Name == entry.Key.Text) is not { } key)
        {
            mistakes.Add(entry.Key, $"one of the keys {string.Join(", ", Names)}", entry.Key.Text, NearestName.HintForKey(entry.Key.Text, [.. Names]));
            return true;
        }

        if (key.Shape.Read(entry.Value, mistakes) is not { } value)
        {
            return false;
        }

        key.Property.SetValue(record, value);
        return true;
    }
}
