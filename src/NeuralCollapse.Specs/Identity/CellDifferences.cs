using System.Text.Json;

namespace NeuralCollapse.Specs;

/// <summary>What changed between two cells.</summary>
public static class CellDifferences
{
    /// <summary>The fields that differ, in the order of their paths. A list is one field. Empty for equal cells.</summary>
    /// <param name="oldCanonicalJson">Canonical JSON, of any arithmetic version and any set of fields.</param>
    /// <param name="newCanonicalJson">Likewise.</param>
    public static IReadOnlyList<CellDifference> Between(string oldCanonicalJson, string newCanonicalJson)
    {
        var readable = CanonicalJson.IsReadable(oldCanonicalJson) && CanonicalJson.IsReadable(newCanonicalJson);
        var before = Fields(readable ? CanonicalJson.WithDefaults(oldCanonicalJson) : oldCanonicalJson);
        var after = Fields(readable ? CanonicalJson.WithDefaults(newCanonicalJson) : newCanonicalJson);
        return
        [
            .. from path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
               let was = before.GetValueOrDefault(path, CellDifference.Absent)
               let now = after.GetValueOrDefault(path, CellDifference.Absent)
               where was != now
               select new CellDifference(path, was, now),
        ];
    }

    private static Dictionary<string, string> Fields(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Fields("", document.RootElement).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(p => Fields(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value))
            : [KeyValuePair.Create(path, element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetRawText() : element.ToString())];
}
