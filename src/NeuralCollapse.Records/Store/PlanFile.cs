using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>plan.json.</summary>
internal static class PlanFile
{
    public static string Write(RecordedPlan plan) => Json.Write(new JsonObject
    {
        ["experiment"] = plan.Experiment,
        ["title"] = plan.Title,
        ["claim"] = plan.Claim,
        ["verify"] = new JsonObject(Ordered(plan.Verify).Select(t => KeyValuePair.Create(t.Key, (JsonNode?)Write(t.Value)))),
        ["cells"] = new JsonArray([.. plan.Cells.Select(Write)]),
    });

    public static RecordedPlan Read(ResultFile file)
    {
        var document = JsonFile.Read(file);
        var members = document.Members("experiment", "title", "claim", "verify", "cells");
        return new()
        {
            Experiment = members[0].Text(),
            Title = members[1].Text(),
            Claim = members[2].Text(),
            Verify = members[3].Members().ToDictionary(t => t.Key, t => ReadTolerance(t.Value), StringComparer.Ordinal),
            Cells = [.. members[4].Items().Select(ReadCell)],
        };
    }

    private static IEnumerable<KeyValuePair<string, Tolerance>> Ordered(IReadOnlyDictionary<string, Tolerance> tolerances) =>
        tolerances.OrderBy(t => t.Key, StringComparer.Ordinal);

    private static JsonObject Write(Tolerance tolerance) =>
        new() { ["absolute"] = tolerance.Absolute, ["relative"] = tolerance.Relative };

    private static JsonObject Write(PlannedCell cell) => new()
    {
        ["id"] = cell.Id,
        ["axes"] = AxesJson.Write(cell.Axes),
        ["seed"] = cell.Seed,
    };

    private static Tolerance ReadTolerance(JsonPlace place)
    {
        var members = place.Members("absolute", "relative");
        return new() { Absolute = members[0].Number(), Relative = members[1].Number() };
    }

    private static PlannedCell ReadCell(JsonPlace place)
    {
        var members = place.Members("id", "axes", "seed");
        return new()
        {
            Id = members[0].Text(),
            Axes = [.. members[1].Members().Select(a => KeyValuePair.Create(a.Key, a.Value.Text()))],
            Seed = members[2].Whole(),
        };
    }
}
