using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>plan.json, which is sealed.</summary>
internal static class PlanFile
{
    public static string Write(RecordedPlan plan) => SealedJson.Write(new JsonObject
    {
        ["experiment"] = plan.Experiment,
        ["title"] = plan.Title,
        ["claim"] = plan.Claim,
        ["verify"] = new JsonObject(Ordered(plan.Verify).Select(t => KeyValuePair.Create(t.Key, (JsonNode?)Write(t.Value)))),
        ["stated"] = plan.Stated.Hash is null ? null : plan.Stated.Json(),
        ["cells"] = new JsonArray([.. plan.Cells.Select(Write)]),
    });

    /// <summary>
    /// Reads a plan. Its names become paths, so that those which another has written are checked: they lead nowhere but into this folder.
    /// </summary>
    public static RecordedPlan Read(ResultFile file, string experiment)
    {
        var members = SealedJson.Read(file).Members("experiment", "title", "claim", "verify", "stated", "cells");
        if (members["experiment"].Text() != experiment)
            throw members["experiment"].Wrong($"the name of its directory, {experiment}");
        return new()
        {
            Experiment = experiment,
            Title = members["title"].Text(),
            Claim = members["claim"].Text(),
            Verify = members["verify"].Members().ToDictionary(t => t.Key, t => ReadTolerance(t.Value), StringComparer.Ordinal),
            Stated = ReadStated(members["stated"]),
            Cells = [.. members["cells"].Items().Select(ReadCell)],
        };
    }

    private static IEnumerable<KeyValuePair<string, Tolerance>> Ordered(IReadOnlyDictionary<string, Tolerance> tolerances) =>
        tolerances.OrderBy(t => t.Key, StringComparer.Ordinal);

    private static JsonObject Write(Tolerance tolerance) =>
        new() { ["absolute"] = tolerance.Absolute, ["relative"] = tolerance.Relative };

    private static JsonObject Write(PlannedCell cell) => new()
    {
        ["id"] = cell.Id,
        ["axes"] = Json.Texts(cell.Axes),
        ["seed"] = cell.Seed,
    };

    private static StatedPredictions ReadStated(LocatedJson json)
    {
        try
        {
            return json.IsNull ? StatedPredictions.None : StatedPredictions.Read(json.Element.GetRawText());
        }
        catch (InvalidDataException)
        {
            throw json.Wrong("predictions and analyses as a plan has them", "others");
        }
    }

    private static Tolerance ReadTolerance(LocatedJson json)
    {
        var members = json.Members("absolute", "relative");
        return new() { Absolute = members["absolute"].Number(), Relative = members["relative"].Number() };
    }

    private static PlannedCell ReadCell(LocatedJson json)
    {
        var members = json.Members("id", "axes", "seed");
        return new()
        {
            Id = CanonicalJson.IsId(members["id"].Text()) ? members["id"].Text() : throw members["id"].Wrong("the id of a cell, 12 hexadecimal digits"),
            Axes = [.. members["axes"].Members().Select(a => KeyValuePair.Create(a.Key, a.Value.Text()))],
            Seed = members["seed"].Whole(),
        };
    }
}
