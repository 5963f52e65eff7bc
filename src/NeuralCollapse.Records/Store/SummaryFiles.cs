using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>summary.csv and summary.json of an experiment.</summary>
internal static class SummaryFiles
{
    /// <summary>Long form: the axes, then metric, n, mean, std; std is empty for one seed. Where cells diverged, their count stands beside n.</summary>
    public static string ToCsv(ExperimentSummary summary)
    {
        var counts = summary.Diverged.Count > 0;
        IEnumerable<string> Line(SummaryGroup group, SummaryRow row) =>
            [.. Axes(summary, group), row.Metric, Numbers.Format(row.N), .. counts ? [Numbers.Format(summary.DivergedAt(group))] : Array.Empty<string>(), .. Fields(row)];
        var lines = summary.Groups.SelectMany(group => group.Metrics.Select(row => Line(group, row)));
        return Csv.Write(lines.Prepend([.. summary.Axes, "metric", "n", .. counts ? ["diverged"] : Array.Empty<string>(), "mean", "std"]));
    }

    /// <summary>The key <c>diverged</c>, cells with the reason, is there where there are such cells.</summary>
    public static string ToJson(ExperimentSummary summary)
    {
        var document = new JsonObject
        {
            ["experiment"] = summary.Plan.Experiment,
            ["numerics"] = Texts(summary.Numerics),
            ["cells-planned"] = summary.Plan.Cells.Count,
            ["groups"] = new JsonArray([.. summary.Groups.Select(Group)]),
        };
        if (summary.Diverged.Count > 0)
            document["diverged"] = Json.Texts(summary.Diverged.Select(record => KeyValuePair.Create(record.Id, record.Diverged!.ToString())));
        return Json.Write(document);
    }

    private static IEnumerable<string> Axes(ExperimentSummary summary, SummaryGroup group) =>
        summary.Axes.Select(axis => group.Axes.FirstOrDefault(a => a.Key == axis).Value ?? "");

    private static IEnumerable<string> Fields(SummaryRow row) =>
    [
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
