using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>environment.json: the one file of a cell that differs between two runs. It says of which cell it is, and is sealed.</summary>
internal static class EnvironmentFile
{
    private const string Data = "data"; // records from before it was kept have none

    public static string Write(CellRecord record)
    {
        var environment = record.Environment;
        var versions = environment.Versions.OrderBy(v => v.Key, StringComparer.Ordinal);
        var document = new JsonObject
        {
            ["cell"] = record.Id,
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
            ["resumed"] = new JsonArray([.. environment.Resumed.Select(resumed => new JsonObject
            {
                ["at"] = Time(resumed.At), ["commit"] = resumed.Commit, ["host"] = resumed.Host, ["processor"] = resumed.Processor,
            })]),
            ["training-seconds"] = environment.TrainingSeconds,
            ["total-seconds"] = environment.TotalSeconds,
            ["peak-memory-bytes"] = environment.PeakMemoryBytes,
            ["measured-again"] = environment.MeasuredAgain is { } again ? Time(again) : null,
            ["measured-again-commit"] = environment.MeasuredAgainCommit,
        };
        if (environment.Data is { } data)
            document[Data] = data;
        return SealedJson.Write(document);
    }

    /// <exception cref="DamagedResultException">When it is missing, not as it was written, or of another cell.</exception>
    public static RunEnvironment Read(ResultFile file, string id)
    {
        var members = SealedJson.Read(file).Members(
            [Data],
            "cell", "host", "operating-system", "processor", "device", "versions", "commit", "dirty", "threads", "started", "stated", "resumed",
            "training-seconds", "total-seconds", "peak-memory-bytes", "measured-again", "measured-again-commit");
        if (members["cell"].Text() != id)
            throw members["cell"].Wrong($"the name of its directory, {id}");
        return new()
        {
            Host = members["host"].Text(),
            OperatingSystem = members["operating-system"].Text(),
            Processor = members["processor"].Text(),
            Device = members["device"].Text(),
            Versions = members["versions"].Members().ToDictionary(v => v.Key, v => v.Value.Text(), StringComparer.Ordinal),
            Commit = Known(members["commit"]),
            Dirty = members["dirty"].IsNull ? null : members["dirty"].Truth(),
            Data = members.TryGetValue(Data, out var data) ? data.Text() : null,
            Threads = members["threads"].Whole(),
            Started = members["started"].Time(),
            Stated = members["stated"].IsNull ? null : ReadStatement(members["stated"]),
            Resumed = [.. members["resumed"].Items().Select(item => item.Members("at", "commit", "host", "processor")).Select(
                resumed => new Resumption(resumed["at"].Time(), Known(resumed["commit"]), Known(resumed["host"]), Known(resumed["processor"])))],
            TrainingSeconds = members["training-seconds"].Number(),
            TotalSeconds = members["total-seconds"].Number(),
            PeakMemoryBytes = members["peak-memory-bytes"].Long(),
            MeasuredAgain = members["measured-again"].IsNull ? null : members["measured-again"].Time(),
            MeasuredAgainCommit = Known(members["measured-again-commit"]),
        };
    }

    private static Statement ReadStatement(LocatedJson json)
    {
        var members = json.Members("hash", "commit", "committed-at");
        return new(members["hash"].Text(), Known(members["commit"]), members["committed-at"].IsNull ? null : members["committed-at"].Time());
    }

    private static string? Known(LocatedJson json) => json.IsNull ? null : json.Text();

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
