using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralCollapse.Specs;

/// <summary>A key as the documents have it: a row of a table.</summary>
internal sealed record KeyRow(string Name, string Type, string Range, string Default, string Meaning)
{
    public override string ToString() => string.Join(" | ", $"`{Name}`", Type, Range, Default, Meaning);

    /// <summary>The row of a key and, where a kind chooses what it holds, those of the keys of its kinds.</summary>
    public static IEnumerable<KeyRow> Of(KeySchema key)
    {
        yield return Single(key);
        if (key.Schema is not KindsSchema { Kinds: var kinds })
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
    public static KeyRow Single(KeySchema key)
    {
        var (type, range) = Words(key.Schema.JsonSchema());
        return new(key.Name, type, range, key.Required ? "required" : Preset(key), MeaningOf(key));
    }

    /// <summary>A value as a spec has it, in one line.</summary>
    private static string Flow(JsonNode? value) => value switch
    {
        JsonObject map => $"{{ {string.Join(", ", map.OrderBy(e => e.Key != KindsSchema.Key).Select(e => $"{e.Key}: {Flow(e.Value)}"))} }}",
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => NumberText.Of(number.TryGetValue(out int whole) ? whole : number.GetValue<double>()),
        _ => $"{value}".ToLowerInvariant(),
    };

    private static string Preset(KeySchema key)
    {
        return key.Of(Activator.CreateInstance(key.Property.ReflectedType!)!, brief: true) switch
        {
            null => Meanings.DefaultOf(key.Property),
            JsonObject map when map.All(e => e.Value is JsonArray { Count: 0 }) => key.Schema is TableSchema ? "none" : "as its keys",
            JsonArray { Count: 0 } => Meanings.DefaultOf(key.Property),
            JsonValue text when text.TryGetValue(out string? said) => said.Length == 0 ? "none" : $"`{said}`",
            JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => Flow(number),
            var value => $"`{Flow(value)}`",
        };
    }

    private static string MeaningOf(KeySchema key)
    {
        IEnumerable<MemberInfo> choices = key.Property.PropertyType.IsEnum ? key.Property.PropertyType.GetFields(BindingFlags.Public | BindingFlags.Static)
            : key.Schema is KindsSchema { Kinds: var kinds } ? kinds.Select(kind => kind.Type) : [];
        var said = choices.Select(choice => $"`{choice.GetCustomAttribute<KindAttribute>()?.Name ?? KebabCase.Of(choice.Name)}`: {Meanings.Of(choice)}");
        return string.Join(". ", said.Prepend(Meanings.Of(key.Property)).Where(part => part.Length > 0));
    }

    /// <summary>Type and range of a value of which this is the schema.</summary>
    private static (string Type, string Range) Words(JsonObject schema)
    {
        if (schema["oneOf"] is JsonArray kinds)
            return ("kind", Listed(kinds.Select(kind => $"`{kind!["properties"]![KindsSchema.Key]!["const"]}`")));
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
                var ranges = schema["items"]!["anyOf"] as JsonArray;
                var (type, range) = Words((ranges?[0] ?? schema["items"])!.AsObject());
                return ($"{type}s{(ranges is null ? "" : " and ranges")}", range.Length == 0 ? "" : $"{range} each");
            default:
                return (schema.ContainsKey("properties") ? "section" : "names to sections", "");
        }
    }

    private static string Listed(IEnumerable<string> values) =>
        values.ToList() is { Count: > 1 } several ? $"{string.Join(", ", several[..^1])} or {several[^1]}" : values.Single();

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}

/// <summary>
/// What declarations say of themselves: the summaries of their doc comments, which the compiler leaves beside the assembly, as Markdown.
/// </summary>
internal static partial class Meanings
{
    private static readonly Dictionary<string, XElement> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(Meanings).Assembly.Location, ".xml")).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    /// <summary>The meaning of a type, a property or a value of an enumeration, without what is said of a default; empty where there is none.</summary>
    public static string Of(MemberInfo member) => Default().Replace(Summary(member), "").TrimEnd('.');

    /// <summary>What is said of the default of a property; empty where nothing is.</summary>
    public static string DefaultOf(PropertyInfo property) => Default().Match(Summary(property)).Groups[1].Value;

    private static string Summary(MemberInfo member) => Summaries.TryGetValue(Id(member), out var summary)
        ? Space().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim()
        : "";

    private static string Id(MemberInfo member) => member switch
    {
        Type type => $"T:{type.FullName}",
        PropertyInfo => $"P:{member.DeclaringType!.FullName}.{member.Name}",
        _ => $"F:{member.DeclaringType!.FullName}.{member.Name}",
    };

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } reference => $"`{Named(reference.Attribute("cref")!.Value)}`",
        _ => throw new NotSupportedException($"The documents have no form for {node}."),
    };

    /// <summary>The name that a spec has for a type or a member.</summary>
    private static string Named(string id) => id.StartsWith("T:", StringComparison.Ordinal)
        ? typeof(Meanings).Assembly.GetType(id[2..])!.GetCustomAttribute<KindAttribute>()!.Name
        : KebabCase.Of(id.Split('.')[^1]);

    [GeneratedRegex(@"\s*Default: (.*?)\.?\z", RegexOptions.Singleline)]
    private static partial Regex Default();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
