using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>summary.csv and summary.json of an experiment.</summary>
internal static class SummaryFiles
{
    /// <summary>Long form: the axes, then metric, n, mean, std; std is empty for one seed.</summary>
    public static string ToCsv(ExperimentSummary summary)
    {
        var lines = summary.Groups.SelectMany(group => group.Metrics.Select(row => Axes(summary, group).Concat(Fields(row))));
        return Csv.Write(lines.Prepend(summary.Axes.Concat(["metric", "n", "mean", "std"])));
    }

    public static string ToJson(ExperimentSummary summary) => Json.Write(new JsonObject
    {
        ["experiment"] = summary.Plan.Experiment,
        ["numerics"] = Texts(summary.Numerics),
        ["cells-planned"] = summary.Plan.Cells.Count,
        ["groups"] = new JsonArray([.. summary.Groups.Select(Group)]),
    });

    private static IEnumerable<string> Axes(ExperimentSummary summary, SummaryGroup group) =>
        summary.Axes.Select(axis => group.Axes.FirstOrDefault(a => a.Key == axis).Value ?? "");

    private static IEnumerable<string> Fields(SummaryRow row) =>
    [
        row.Metric,
        Numbers.Format(row.N),
        Numbers.Format(row.Mean),
        row.StandardDeviation is { } deviation ? Numbers.Format(deviation) : "",
    ];

    private static JsonObject Group(SummaryGroup group) => new()
    {
        ["axes"] = Json.Texts(group.Axes),
        ["cells"] = Texts(group.Cells.Select(c => c.Id)),
        ["metrics"] = new JsonObject(group.Metrics.Select(m => KeyValuePair.Create(m.Metric, (JsonNode?)Metric(m)))),
    };

    private static JsonObject Metric(SummaryRow row) => new()
    {
        ["n"] = row.N,
        ["mean"] = Json.Number(row.Mean),
        ["std"] = row.StandardDeviation is { } deviation ? Json.Number(deviation) : null,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}

/// <summary>summary.json of a cell: what was measured last, and with which numerics.</summary>
internal static class CellSummaryFile
{
    public static string Write(CellRecord record) => Json.Write(new JsonObject
    {
        ["cell"] = record.Id,
        ["label"] = record.Label,
        ["numerics"] = record.Numerics,
        ["measured"] = CanonicalJson.MeasuredHash(record.CanonicalJson),
        ["epoch"] = record.Final.Epoch,
        ["metrics"] = Json.Numbers(record.Final.Metrics),
    });

    public static (string Label, string Numerics, MetricRow Final) Read(ResultFile file, string id, string measured)
    {
        var members = LocatedJson.Read(file).Members("cell", "label", "numerics", "measured", "epoch", "metrics");
        if (members["cell"].Text() != id)
            throw members["cell"].Wrong($"the name of its directory, {id}");
        var metrics = members["metrics"].Members().Select(m => KeyValuePair.Create(m.Key, m.Value.Number()));
        if (members["measured"].Text() != measured)
            throw members["measured"].Wrong($"the hash of what cell.json says is measured, {measured}");
        return (members["label"].Text(), members["numerics"].Text(), new() { Epoch = members["epoch"].Whole(), Metrics = [.. metrics] });
    }
}
