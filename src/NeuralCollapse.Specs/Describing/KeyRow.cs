using System.Reflection;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A key as the documents have it: a row of a table.</summary>
internal sealed record KeyRow(string Name, string Type, string Range, string Default, string Meaning)
{
    public override string ToString() => string.Join(" | ", $"`{Name}`", Type, Range, Default, Meaning);

    /// <summary>The row of a key and, where a kind chooses what it holds, those of the keys of its kinds.</summary>
    public static IEnumerable<KeyRow> Of(KeyShape key)
    {
        yield return Single(key);
        if (key.Shape is not KindsShape { Kinds: var kinds })
            yield break;
        foreach (var inner in kinds.SelectMany(kind => kind.Keys).OrderBy(k => Depth(k.Property.DeclaringType!)).DistinctBy(k => (k.Property.DeclaringType, k.Name)))
        {
            var owners = kinds.Where(kind => kind.Keys.Any(k => k.Name == inner.Name)).Select(kind => $"`{kind.Kind}`").ToList();
            var row = Single(inner) with { Name = $"{key.Name}.{inner.Name}" };
            yield return owners.Count == kinds.Count()
                ? row
                : row with { Default = inner.Required ? $"required by {string.Join(", ", owners)}" : row.Default, Meaning = $"{string.Join(", ", owners)}: {row.Meaning}" };
        }
    }

    /// <summary>The row of a key alone.</summary>
    public static KeyRow Single(KeyShape key)
    {
        var (type, range) = Words(key.Shape.Schema());
        return new(key.Name, type, range, key.Required ? "required" : Preset(key), MeaningOf(key));
    }

    /// <summary>A value as a spec has it, in one line.</summary>
    private static string Flow(JsonNode? value) => value switch
    {
        JsonObject map => $"{{ {string.Join(", ", map.OrderBy(e => e.Key != KindsShape.Key).Select(e => $"{e.Key}: {Flow(e.Value)}"))} }}",
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => NumberText.Of(number.TryGetValue(out int whole) ? whole : number.GetValue<double>()),
        _ => $"{value}".ToLowerInvariant(),
    };

    private static string Preset(KeyShape key)
    {
        var value = key.Shape.Write(key.Property.GetValue(Activator.CreateInstance(key.Property.ReflectedType!))!, brief: true);
        return value switch
        {
            JsonObject { Count: 0 } => key.Shape is TableShape ? "none" : "as its keys",
            JsonArray { Count: 0 } => Meanings.DefaultOf(key.Property),
            JsonValue text when text.TryGetValue(out string? said) => said.Length == 0 ? "none" : $"`{said}`",
            JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => Flow(number),
            _ => $"`{Flow(value)}`",
        };
    }

    private static string MeaningOf(KeyShape key)
    {
        IEnumerable<MemberInfo> choices = key.Property.PropertyType.IsEnum ? key.Property.PropertyType.GetFields(BindingFlags.Public | BindingFlags.Static)
            : key.Shape is KindsShape { Kinds: var kinds } ? kinds.Select(kind => kind.Type) : [];
        var said = choices.Select(choice => $"`{choice.GetCustomAttribute<KindAttribute>()?.Name ?? KebabCase.Of(choice.Name)}`: {Meanings.Of(choice)}");
        return string.Join(". ", said.Prepend(Meanings.Of(key.Property)).Where(part => part.Length > 0));
    }

    /// <summary>Type and range of a value of which this is the schema.</summary>
    private static (string Type, string Range) Words(JsonObject schema)
    {
        if (schema["oneOf"] is JsonArray kinds)
            return ("kind", Listed(kinds.Select(kind => $"`{kind!["properties"]![KindsShape.Key]!["const"]}`")));
        if (schema["enum"] is JsonArray values)
        {
            var names = values.All(value => value!.GetValueKind() == System.Text.Json.JsonValueKind.String);
            return names ? ("name", Listed(values.Select(value => $"`{value}`"))) : ("whole number", Listed(values.Select(value => $"{value}")));
        }

        switch ((string?)schema["type"])
        {
            case "integer":
                return ("whole number", $"{Flow(schema["minimum"])} to {Flow(schema["maximum"])}");
            case "number":
                return ("number", $"{Flow(schema["minimum"])} to {Flow(schema["maximum"])}");
            case "boolean":
                return ("`true` or `false`", "");
            case "string":
                return ("text", "");
            case "array":
                var (type, range) = Words(schema["items"]!.AsObject());
                return ($"{type}s", $"{range} each");
            default:
                return (schema.ContainsKey("properties") ? "section" : "names to sections", "");
        }
    }

    private static string Listed(IEnumerable<string> values) =>
        values.ToList() is { Count: > 1 } several ? $"{string.Join(", ", several[..^1])} or {several[^1]}" : values.Single();

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
