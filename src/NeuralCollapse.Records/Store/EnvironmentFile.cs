using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>environment.json: the one file of a cell that differs between two runs.</summary>
internal static class EnvironmentFile
{
    public static string Write(CellRecord record)
    {
        var environment = record.Environment;
        var versions = environment.Versions.OrderBy(v => v.Key, StringComparer.Ordinal);
        return Json.Write(new JsonObject
        {
            ["host"] = environment.Host,
            ["operating-system"] = environment.OperatingSystem,
            ["processor"] = environment.Processor,
            ["versions"] = new JsonObject(versions.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)JsonValue.Create(v.Value)))),
            ["commit"] = environment.Commit,
            ["dirty"] = environment.Dirty,
            ["threads"] = environment.Threads,
            ["started"] = environment.Started.ToString("O", CultureInfo.InvariantCulture),
            ["training-seconds"] = environment.TrainingSeconds,
            ["total-seconds"] = environment.TotalSeconds,
            ["peak-memory-bytes"] = environment.PeakMemoryBytes,
            ["measured-again"] = environment.MeasuredAgain?.ToString("O", CultureInfo.InvariantCulture),
            ["measured-again-commit"] = environment.MeasuredAgainCommit,
        });
    }

    public static RunEnvironment Read(ResultFile file)
    {
        var members = JsonFile.Read(file).Members(
            "host", "operating-system", "processor", "versions", "commit", "dirty", "threads", "started",
            "training-seconds", "total-seconds", "peak-memory-bytes", "measured-again", "measured-again-commit");
        // Before null stood for it, an unknown commit was written as "", and the state of the tree, then as unknown, as false.
        var commit = members[4].IsNull || members[4].Text().Length == 0 ? null : members[4].Text();
        return new()
        {
            Host = members[0].Text(),
            OperatingSystem = members[1].Text(),
            Processor = members[2].Text(),
            Versions = members[3].Members().ToDictionary(v => v.Key, v => v.Value.Text(), StringComparer.Ordinal),
            Commit = commit,
            Dirty = commit is null || members[5].IsNull ? null : members[5].Truth(),
            Threads = members[6].Whole(),
            Started = members[7].Time(),
            TrainingSeconds = members[8].Number(),
            TotalSeconds = members[9].Number(),
            PeakMemoryBytes = members[10].Long(),
            MeasuredAgain = members[11].IsNull ? null : members[11].Time(),
            MeasuredAgainCommit = members[12].IsNull ? null : members[12].Text(),
        };
    }
}
