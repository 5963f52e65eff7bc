using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>Labels by axis as a JSON object, in the order of the spec.</summary>
internal static class AxesJson
{
    public static JsonObject Write(IReadOnlyList<KeyValuePair<string, string>> axes) =>
        new(axes.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)JsonValue.Create(a.Value))));
}
