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

    /// <summary>
    /// Reads a plan. Its names become paths, so that those which another has written are checked: they lead nowhere but into this folder.
    /// </summary>
    public static RecordedPlan Read(ResultFile file, string experiment)
    {
        var document = JsonFile.Read(file);
        var members = document.Members("experiment", "title", "claim", "verify", "cells");
        if (members[0].Text() != experiment)
            throw members[0].Wrong($"the name of its directory, {experiment}");
        return new()
        {
            Experiment = experiment,
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
            Id = CanonicalJson.IsId(members[0].Text()) ? members[0].Text() : throw members[0].Wrong("the id of a cell, 12 hexadecimal digits"),
            Axes = [.. members[1].Members().Select(a => KeyValuePair.Create(a.Key, a.Value.Text()))],
            Seed = members[2].Whole(),
        };
    }
}
