using System.Reflection;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A map with fixed keys, read into a record. A record chosen by its kind has <c>kind</c> among its keys.</summary>
internal sealed class RecordSchema(Type type, string kind, IReadOnlyList<KeySchema> keys) : Schema
{
    public string Kind { get; } = kind;

    public Type Type => type;

    public IReadOnlyList<KeySchema> Keys => keys;

    public override string Expected => $"a map with {string.Join(", ", Names)}";

    private IEnumerable<string> Names => keys.Select(k => k.Name).Prepend(KindsSchema.Key).Skip(Kind.Length == 0 ? 1 : 0);

    public override JsonNode Write(object value, bool brief)
    {
        var entries = (brief ? Given(value) : keys.Where(k => k.Property.GetValue(value) is not null)).Select(k => KeyValuePair.Create(k.Name, k.Of(value, brief)));
        if (Kind.Length > 0)
            entries = entries.Append(KeyValuePair.Create(KindsSchema.Key, (JsonNode?)JsonValue.Create(Kind)));

        return new JsonObject(entries.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    public override JsonObject JsonSchema()
    {
        var defaults = Activator.CreateInstance(type)!;
        var properties = new JsonObject();
        var required = keys.Where(k => k.Required).Select(k => k.Name);
        if (Kind.Length > 0)
        {
            properties[KindsSchema.Key] = new JsonObject { ["const"] = Kind };
            required = required.Prepend(KindsSchema.Key);
        }

        foreach (var key in keys)
        {
            var schema = key.Schema.JsonSchema();
            // An empty list stands for a default that follows from other values.
            if (!key.Required && key.Of(defaults, brief: false) is { } preset and not JsonArray { Count: 0 })
                schema["default"] = preset;

            properties[key.Name] = schema;
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
            ["additionalProperties"] = false,
        };
    }

    public override IEnumerable<Schema> At(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return [this];

        var name = path[0];
        return keys.FirstOrDefault(k => k.Name == name)?.Schema.At(path[1..]) ?? [];
    }

    public override IEnumerable<string> Paths() =>
        keys.SelectMany(k => k.Schema.Paths().Select(p => $"{k.Name}.{p}").Prepend(k.Name));

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is not MapNode map)
            return null;

        var record = Activator.CreateInstance(type)!;
        var whole = true;
        foreach (var entry in DuplicateKeys.Removed(map, errors).Where(e => Kind.Length == 0 || e.Key.Text != KindsSchema.Key))
            whole &= Set(record, entry, errors);

        foreach (var missing in keys.Where(k => k.Required && map.Find(k.Name) is null))
        {
            errors.AddAt(map, map.PathOf(missing.Name), missing.Schema.Expected, "nothing", "the key is required");
            whole = false;
        }

        if (!whole)
            return null;

        foreach (var objection in (record as IChecked)?.Objections() ?? [])
        {
            var (at, rest) = map.Locate(objection.Key);
            errors.AddAt(at, rest.Length == 0 ? at.Path : at.PathOf(rest), objection.Expected, objection.Got);
        }

        return record;
    }

    /// <summary>
    /// The keys a record cannot do without, those that say how it is trained, and those that are not at their default: so that a key which is added later, with what was
    /// done before as its default, leaves the text of every older record as it was.
    /// </summary>
    private IEnumerable<KeySchema> Given(object record)
    {
        var untouched = Activator.CreateInstance(type)!;
        return keys.Where(k => k.Required || k.Property.IsDefined(typeof(AnnouncedAttribute)) || !JsonNode.DeepEquals(k.Of(record, brief: true), k.Of(untouched, brief: true)));
    }

    private bool Set(object record, Entry entry, Errors errors)
    {
        if (keys.FirstOrDefault(k => k.Name == entry.Key.Text) is not { } key)
        {
            errors.Add(entry.Key, $"one of the keys {string.Join(", ", Names)}", entry.Key.Text, NearestName.HintForKey(entry.Key.Text, [.. Names]));
            return true;
        }

        if (key.Schema.Read(entry.Value, errors) is not { } value)
            return false;

        key.Property.SetValue(record, value);
        return true;
    }
}

/// <summary>One key of a record: its name, the property it sets, and what its value may be.</summary>
internal sealed record KeySchema(string Name, PropertyInfo Property, Schema Schema, bool Required)
{
    /// <summary>Its value in a record, as JSON; null where the record has none.</summary>
    public JsonNode? Of(object record, bool brief) => Property.GetValue(record) is { } value ? Schema.Write(value, brief) : null;
}
