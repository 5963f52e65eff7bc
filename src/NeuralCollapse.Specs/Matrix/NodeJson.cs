using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>Nodes as JSON, to compare values by what they mean and not by how they are written.</summary>
internal static class NodeJson
{
    public static JsonNode? AsWritten(Node node) => node switch
    {
        ScalarNode scalar when scalar.AsNumber() is { } number => JsonValue.Create(number),
        ScalarNode { IsTruth: true } scalar => JsonValue.Create(scalar.AsTruth()),
        ScalarNode { IsNull: true } => null,
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        ListNode list => new JsonArray([.. list.Items.Select(AsWritten)]),
        MapNode map => new JsonObject(
            map.Entries.DistinctBy(e => e.Key.Text).Select(e => KeyValuePair.Create(e.Key.Text, AsWritten(e.Value)))),
        _ => null,
    };

    /// <summary>The value with defaults written out where it can be read as what stands at these keys; as written otherwise.</summary>
    public static JsonNode? Resolved(Node node, string[] keys)
    {
        foreach (var schema in SchemaOf.Cell.At(keys))
        {
            var errors = new Errors("");
            if (schema.Read(node, errors) is { } value && errors.Count == 0)
                return schema.Write(value, brief: false);
        }

        return AsWritten(node);
    }

    /// <summary>Whether a value has everything that a part asks for.</summary>
    public static bool Contains(JsonNode? value, JsonNode? part) => (value, part) switch
    {
        (JsonObject whole, JsonObject wanted) =>
            wanted.All(w => whole.TryGetPropertyValue(w.Key, out var inner) && Contains(inner, w.Value)),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(p => Contains(p.First, p.Second)),
        (JsonValue left, JsonValue right) when IsNumber(left) && IsNumber(right) => Number(left).Equals(Number(right)),
        _ => JsonNode.DeepEquals(value, part),
    };

    private static bool IsNumber(JsonValue value) => value.GetValueKind() == JsonValueKind.Number;

    private static double Number(JsonValue value) => JsonSerializer.SerializeToElement(value).GetDouble();
}
