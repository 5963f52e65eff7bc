using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>JSON as it is committed: two spaces, LF, a final line end, and characters as themselves.</summary>
public static class Json
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a document.</summary>
    public static string Write(JsonNode document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>An object of texts, in their order.</summary>
    public static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> members) =>
        new(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)JsonValue.Create(m.Value))));

    /// <summary>An object of numbers, in their order.</summary>
    public static JsonObject Numbers(IEnumerable<KeyValuePair<string, double>> members) =>
        new(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Number(m.Value))));

    /// <summary>A number; JSON has none that are not finite, so those become their text, such as <c>"nan"</c>.</summary>
    public static JsonNode Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(Records.Numbers.Format(value));
}
