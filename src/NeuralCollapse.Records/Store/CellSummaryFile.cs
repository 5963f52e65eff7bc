using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

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
        ["metrics"] = new JsonObject(record.Final.Metrics.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Json.Number(m.Value)))),
    });

    public static (string Label, string Numerics, MetricRow Final) Read(ResultFile file, string id, string measured)
    {
        var members = JsonFile.Read(file).Members("cell", "label", "numerics", "measured", "epoch", "metrics");
        if (members[0].Text() != id)
            throw members[0].Wrong($"the name of its directory, {id}");
        if (members[3].Text() != measured)
            throw members[3].Wrong($"the hash of what cell.json says is measured, {measured}");
        var metrics = members[5].Members().Select(m => KeyValuePair.Create(m.Key, m.Value.Number()));
        return (members[1].Text(), members[2].Text(), new() { Epoch = members[4].Whole(), Metrics = [.. metrics] });
    }
}
