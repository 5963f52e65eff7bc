using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>What an experiment states before its first cell runs.</summary>
/// <param name="Predictions">In the order of the spec; may be empty.</param>
/// <param name="Analyses">Likewise.</param>
public sealed record StatedPredictions(IReadOnlyList<Prediction> Predictions, IReadOnlyList<Analysis> Analyses)
{
    private const string PointsKey = "points";

    /// <summary>Nothing.</summary>
    public static StatedPredictions None { get; } = new([], []);

    /// <summary>
    /// First 12 hexadecimal digits of the SHA-256 of the canonical JSON of all of them, in UTF-8: another word, bound or point is another
    /// hash. Null where nothing is stated.
    /// </summary>
    public string? Hash => Predictions.Count + Analyses.Count == 0
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json().ToJsonString())))[..12];

    /// <summary>The canonical JSON: keys at their default are left out, the others are in the order of their names.</summary>
    public JsonObject Json() => new()
    {
        [PredictionReader.PredictionsKey] = new JsonArray([.. Predictions.Select(prediction => Write(prediction, prediction.Points))]),
        [PredictionReader.AnalysesKey] = new JsonArray([.. Analyses.Select(analysis => Write(analysis, analysis.Points))]),
    };

    /// <summary>What <see cref="Json"/> has written.</summary>
    /// <exception cref="InvalidDataException">When it is anything else.</exception>
    public static StatedPredictions Read(string json)
    {
        var errors = new Errors("stated");
        var root = YamlFile.Read(json, errors);
        var read = root is null ? None : new StatedPredictions(
            [.. Items<Prediction>(root, PredictionReader.PredictionsKey, errors).Select(item => item.Value with { Points = Points(item.Map) })],
            [.. Items<Analysis>(root, PredictionReader.AnalysesKey, errors).Select(item => item.Value with { Points = Points(item.Map) })]);
        return errors.Count == 0 && JsonNode.DeepEquals(read.Json(), JsonNode.Parse(json))
            ? read
            : throw new InvalidDataException("Not what an experiment states.");
    }

    private static IEnumerable<(MapNode Map, T Value)> Items<T>(MapNode root, string key, Errors errors)
        where T : class =>
        from item in (root.Find(key) as ListNode)?.Items.OfType<MapNode>() ?? []
        let value = SchemaOf.Record(typeof(T)).Read(item.Only(name => name != PointsKey), errors) as T
        where value is not null
        select (item, value);

    private static IReadOnlyList<PredictedPoint> Points(MapNode item) =>
        [.. ((item.Find(PointsKey) as ListNode)?.Items.OfType<MapNode>() ?? []).Select(pair => new PredictedPoint(Labels(pair.Find(PredictionReader.Of)), Labels(pair.Find(PredictionReader.Against))))];

    private static IReadOnlyList<KeyValuePair<string, string>> Labels(Node? node) =>
        [.. (node as MapNode)?.Entries.Select(label => KeyValuePair.Create(label.Key.Text, (label.Value as ScalarNode)?.Text ?? "")) ?? []];

    private static JsonNode Write(object stated, IReadOnlyList<PredictedPoint> points)
    {
        var json = SchemaOf.Record(stated.GetType()).Write(stated, brief: true).AsObject();
        json[PointsKey] = new JsonArray([.. points.Select(point =>
        {
            var pair = new JsonObject { [PredictionReader.Of] = Labels(point.Of) };
            if (point.Against.Count > 0)
                pair[PredictionReader.Against] = Labels(point.Against);
            return (JsonNode)pair;
        })]);
        return json;
    }

    private static JsonObject Labels(IReadOnlyList<KeyValuePair<string, string>> labels) =>
        new(labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)JsonValue.Create(label.Value))));
}
