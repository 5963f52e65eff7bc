using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>
/// The one way to write a cell, in two parts: <c>trained</c>, what its training depends on, with the version of the trainer, and
/// <c>measured</c>, what is measured of it, with the metrics that are recorded. What is at its default is left out, keys are sorted, numbers
/// are in their shortest form, there is no white space. Equal text is equal training and equal measuring, as long as no default changes: a
/// test holds them.
/// </summary>
public static partial class CanonicalJson
{
    /// <summary>
    /// Raise when the trainer is changed on purpose, so that the same cell gets other weights: nothing trained before is then reused.
    /// </summary>
    public const int TrainerVersion = 4;

    /// <summary>
    /// Raise when a measure is changed on purpose, so that the same weights give another number: what is recorded is then measured again. A
    /// metric that is new, renamed or gone needs no other version, for the names are written.
    /// </summary>
    public const int MeasuresVersion = 1;

    private const string Trained = "trained", Measured = "measured", Measure = "measure", Trainer = "trainer", Metrics = "metrics", Version = "version";

    /// <summary>The canonical JSON of a cell.</summary>
    public static string Write(CellSpec spec)
    {
        var (trained, measured) = Parts(spec);
        measured[Metrics] = new JsonArray([.. RecordedMetrics.Of(spec).Select(name => JsonValue.Create(name))]);
        measured[Version] = MeasuresVersion;
        return new JsonObject { [Measured] = Sorted(measured), [Trained] = Sorted(trained) }.ToJsonString();
    }

    /// <summary>Both parts, what is measured without the names of the metrics: to find those, all are computed once of made-up outputs.</summary>
    private static (JsonObject Trained, JsonObject Measured) Parts(CellSpec spec)
    {
        var trained = SchemaOf.Cell.Write(spec, brief: true).AsObject();
        var measured = trained[Measure]!.DeepClone().AsObject();
        trained.Remove(Measure);
        trained[Trainer] = TrainerVersion;
        return (trained, measured);
    }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of what training depends on, in UTF-8.</summary>
    public static string Id(string canonicalJson) => Hash(Part(canonicalJson, Trained));

    /// <summary>First 12 hexadecimal digits of the SHA-256 of what is measured, in UTF-8.</summary>
    public static string MeasuredHash(string canonicalJson) => Hash(Part(canonicalJson, Measured));

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) => IdText().IsMatch(text);

    /// <summary>The cell of a canonical JSON; what is measured of it may be out of date.</summary>
    /// <exception cref="InvalidDataException">When it is not a cell that this version of the project trains.</exception>
    public static CellSpec Read(string canonicalJson) => Find(canonicalJson)
        ?? throw new InvalidDataException($"Not the canonical JSON of a cell of trainer version {TrainerVersion}: {canonicalJson}");

    /// <summary>Whether it is a cell that this version of the project trains.</summary>
    public static bool IsReadable(string canonicalJson) => Find(canonicalJson) is not null;

    /// <summary>Every field of a cell by its dotted path as in a spec, what is at its default written out where this version of the project can.</summary>
    internal static JsonObject Fields(string canonicalJson, bool withDefaults)
    {
        var json = JsonNode.Parse(canonicalJson)!.AsObject();
        if (json[Trained] is not JsonObject trained || json[Measured] is not JsonObject measured)
            return json; // of an older version of the project, which had but one part
        var fields = withDefaults ? SchemaOf.Cell.Write(Read(canonicalJson), brief: false).AsObject() : trained.DeepClone().AsObject();
        fields[Trainer] = trained[Trainer]?.DeepClone();
        var kept = fields[Measure] as JsonObject ?? [];
        foreach (var (key, value) in measured)
            kept[key] = value?.DeepClone();
        fields[Measure] = kept;
        return fields;
    }

    private static JsonObject Sorted(JsonObject json) =>
        new(json.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())));

    /// <summary>The text of a part; all of it for a cell of an older version of the project, which had but one.</summary>
    private static string Part(string canonicalJson, string name) => JsonNode.Parse(canonicalJson) is JsonObject json && json[name] is { } part
        ? part.ToJsonString()
        : canonicalJson;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static CellSpec? Find(string canonicalJson)
    {
        var errors = new Errors("cell");
        if (YamlFile.Read(canonicalJson, errors) is not { } root || root.Find(Trained) is not MapNode trained || root.Find(Measured) is not MapNode measured)
            return null;
        var key = new ScalarNode(root.Line, root.Column, Measure, Measure, quoted: false);
        var cell = trained.Only(name => name != Trainer).With([Measure], key, measured.Only(name => name is not (Metrics or Version)));
        return SchemaOf.Cell.Read(cell, errors) is CellSpec spec && errors.Count == 0 && Sorted(Parts(spec).Trained).ToJsonString() == Part(canonicalJson, Trained)
            ? spec
            : null;
    }

    [GeneratedRegex(@"\A[0-9a-f]{12}\z")]
    private static partial Regex IdText();
}
