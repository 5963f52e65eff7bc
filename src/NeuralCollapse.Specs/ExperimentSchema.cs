using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>
/// JSON schema of spec files, for completion and checks while typing. It knows keys, types and ranges; rules between values are
/// checked only when a spec is loaded.
/// </summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of experiments/schema.json.</summary>
    public static string Json()
    {
        var header = SchemaOf.Header.JsonSchema();
        var properties = header["properties"]!.AsObject();
        foreach (var section in CellKeys.Sections)
            properties[section] = WithoutRequired(Schema(section));

        properties["matrix"] = Map(Axes(), least: 1);
        properties["zip"] = List(Map(Axes(), least: 2));
        properties["exclude"] = List(Map(AnyValues(), least: 1));
        properties["include"] = List(Map(AnyValues(), least: 1));
        properties[PredictionReader.PredictionsKey] = List(Stated<Prediction>(PredictionReader.Of, PredictionReader.Against));
        properties[PredictionReader.AnalysesKey] = List(Stated<Analysis>(PredictionReader.Of));
        header.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        header.Insert(1, "title", "Experiment");
        return header.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Axes() => new(CellKeys.Paths.Select(path => KeyValuePair.Create(
        path,
        (JsonNode?)new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Schema(path) })));

    // Parts of values are allowed here: only the names of the axes can be checked.
    private static JsonObject AnyValues() => new(CellKeys.Paths.Select(path => KeyValuePair.Create(path, (JsonNode?)new JsonObject())));

    private static JsonObject Stated<T>(params string[] parts)
    {
        var schema = SchemaOf.Record(typeof(T)).JsonSchema();
        foreach (var part in parts)
            schema["properties"]![part] = Map(AnyValues(), least: 1);
        return schema;
    }

    private static JsonObject Schema(string path)
    {
        var schemas = SchemaOf.Cell.At(path.Split('.')).Select(s => s.JsonSchema()).DistinctBy(s => s.ToJsonString()).ToList();
        return schemas.Count == 1 ? schemas[0] : new() { ["anyOf"] = new JsonArray([.. schemas]) };
    }

    // What a section at the top lacks, an axis may give: only a kind cannot come from elsewhere.
    private static JsonObject WithoutRequired(JsonObject schema)
    {
        if (schema["required"] is JsonArray required)
        {
            var kinds = required.Select(r => r!.GetValue<string>()).Where(name => name == KindsSchema.Key);
            schema["required"] = new JsonArray([.. kinds.Select(name => JsonValue.Create(name))]);
        }

        var values = schema.Select(e => e.Value).SelectMany(v => v as JsonArray ?? (IEnumerable<JsonNode?>)[v]);
        foreach (var inner in values.OfType<JsonObject>().ToList())
            WithoutRequired(inner);

        return schema;
    }

    private static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Map(JsonObject properties, int least) => new()
    {
        ["type"] = "object",
        ["minProperties"] = least,
        ["properties"] = properties,
        ["additionalProperties"] = false,
    };
}
