using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>What changed between two cells.</summary>
public static class CellDifferences
{
    private const string Metrics = "measure.metrics";

    /// <summary>
    /// The fields that differ, in the order of their paths. A list is one field; of the metrics, those that went and those that came. Empty for
    /// equal cells.
    /// </summary>
    /// <param name="oldCanonicalJson">Canonical JSON, of any version of the project and any set of fields.</param>
    /// <param name="newCanonicalJson">Likewise.</param>
    public static IReadOnlyList<CellDifference> Between(string oldCanonicalJson, string newCanonicalJson)
    {
        var readable = CanonicalJson.IsReadable(oldCanonicalJson) && CanonicalJson.IsReadable(newCanonicalJson);
        var before = Fields("", CanonicalJson.Fields(oldCanonicalJson, readable)).ToDictionary(StringComparer.Ordinal);
        var after = Fields("", CanonicalJson.Fields(newCanonicalJson, readable)).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. from path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
               let was = before.GetValueOrDefault(path)
               let now = after.GetValueOrDefault(path)
               where !JsonNode.DeepEquals(was, now)
               select path == Metrics && was is JsonArray left && now is JsonArray right
                   ? new CellDifference(path, Others(left, right), Others(right, left))
                   : new CellDifference(path, Text(was), Text(now)),
        ];
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(string path, JsonObject json) => json.SelectMany(p =>
        (path.Length == 0 ? p.Key : $"{path}.{p.Key}") is var name && p.Value is JsonObject inner ? Fields(name, inner) : [KeyValuePair.Create(name, (JsonNode?)p.Value)]);

    private static string Others(JsonArray names, JsonArray without) =>
        names.Select(Text).Except(without.Select(Text)).ToList() is { Count: > 0 } others ? string.Join(", ", others) : CellDifference.Absent;

    private static string Text(JsonNode? value) => value switch
    {
        null => CellDifference.Absent,
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}

/// <summary>A field in which two cells differ.</summary>
/// <param name="Path">Dotted path of the field, such as <c>training.optimizer.learning-rate</c>.</param>
/// <param name="Old">Its old value as text; <see cref="Absent"/> when there was none.</param>
/// <param name="New">Its new value as text; <see cref="Absent"/> when there is none.</param>
public sealed record CellDifference(string Path, string Old, string New)
{
    /// <summary>Stands for the value of a field that one of the two cells does not have, since it is of another kind.</summary>
    public const string Absent = "(absent)";

    public override string ToString() => $"{Path}: {Old} -> {New}";
}
