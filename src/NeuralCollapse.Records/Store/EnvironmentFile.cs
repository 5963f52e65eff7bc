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
            ["device"] = environment.Device,
            ["versions"] = Json.Texts(versions),
            ["commit"] = environment.Commit,
            ["dirty"] = environment.Dirty,
            ["threads"] = environment.Threads,
            ["started"] = Time(environment.Started),
            ["stated"] = environment.Stated is not { } stated ? null
                : new JsonObject { ["hash"] = stated.Hash, ["commit"] = stated.Commit, ["committed-at"] = stated.CommittedAt is { } at ? Time(at) : null },
            ["resumed"] = new JsonArray([.. environment.Resumed.Select(resumed => new JsonObject { ["at"] = Time(resumed.At), ["commit"] = resumed.Commit })]),
            ["training-seconds"] = environment.TrainingSeconds,
            ["total-seconds"] = environment.TotalSeconds,
            ["peak-memory-bytes"] = environment.PeakMemoryBytes,
            ["measured-again"] = environment.MeasuredAgain is { } again ? Time(again) : null,
            ["measured-again-commit"] = environment.MeasuredAgainCommit,
        });
    }

    public static RunEnvironment Read(ResultFile file)
    {
        var environment = LocatedJson.Read(file);
        string[] later = ["device", "resumed", "stated"]; // absent from records of before there was another device than the processor, checkpoints, predictions as data
        var members = environment.Members([
            .. environment.Members().Select(member => member.Key).Intersect(later), "host", "operating-system", "processor", "versions", "commit", "dirty", "threads",
            "started", "training-seconds", "total-seconds", "peak-memory-bytes", "measured-again", "measured-again-commit"]);
        // Before null stood for it, an unknown commit was written as "", and the state of the tree, then as unknown, as false.
        var commit = members["commit"].IsNull || members["commit"].Text().Length == 0 ? null : members["commit"].Text();
        return new()
        {
            Host = members["host"].Text(),
            OperatingSystem = members["operating-system"].Text(),
            Processor = members["processor"].Text(),
            Device = members.TryGetValue("device", out var device) ? device.Text() : "cpu",
            Versions = members["versions"].Members().ToDictionary(v => v.Key, v => v.Value.Text(), StringComparer.Ordinal),
            Commit = commit,
            Dirty = commit is null || members["dirty"].IsNull ? null : members["dirty"].Truth(),
            Threads = members["threads"].Whole(),
            Started = members["started"].Time(),
            Stated = members.TryGetValue("stated", out var stated) && !stated.IsNull ? ReadStatement(stated) : null,
            Resumed = !members.TryGetValue("resumed", out var resumptions) ? [] : [.. resumptions.Items().Select(item => item.Members("at", "commit")).Select(
                resumed => new Resumption(resumed["at"].Time(), resumed["commit"].IsNull ? null : resumed["commit"].Text()))],
            TrainingSeconds = members["training-seconds"].Number(),
            TotalSeconds = members["total-seconds"].Number(),
            PeakMemoryBytes = members["peak-memory-bytes"].Long(),
            MeasuredAgain = members["measured-again"].IsNull ? null : members["measured-again"].Time(),
            MeasuredAgainCommit = members["measured-again-commit"].IsNull ? null : members["measured-again-commit"].Text(),
        };
    }

    private static Statement ReadStatement(LocatedJson json)
    {
        var members = json.Members("hash", "commit", "committed-at");
        return new(members["hash"].Text(), members["commit"].IsNull ? null : members["commit"].Text(), members["committed-at"].IsNull ? null : members["committed-at"].Time());
    }

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
