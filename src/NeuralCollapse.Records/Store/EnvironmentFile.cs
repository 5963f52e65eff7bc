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
        var environment = LocatedJson.Read(file);
        string[] device = environment.Members().Any(member => member.Key == "device") ? ["device"] : []; // of before there was another than the processor
        var members = environment.Members([
            .. device, "host", "operating-system", "processor", "versions", "commit", "dirty", "threads", "started",
            "training-seconds", "total-seconds", "peak-memory-bytes", "measured-again", "measured-again-commit"]);
        // Before null stood for it, an unknown commit was written as "", and the state of the tree, then as unknown, as false.
        var commit = members["commit"].IsNull || members["commit"].Text().Length == 0 ? null : members["commit"].Text();
        return new()
        {
            Host = members["host"].Text(),
            OperatingSystem = members["operating-system"].Text(),
            Processor = members["processor"].Text(),
            Device = device.Length > 0 ? members["device"].Text() : "cpu",
            Versions = members["versions"].Members().ToDictionary(v => v.Key, v => v.Value.Text(), StringComparer.Ordinal),
            Commit = commit,
            Dirty = commit is null || members["dirty"].IsNull ? null : members["dirty"].Truth(),
            Threads = members["threads"].Whole(),
            Started = members["started"].Time(),
            TrainingSeconds = members["training-seconds"].Number(),
            TotalSeconds = members["total-seconds"].Number(),
            PeakMemoryBytes = members["peak-memory-bytes"].Long(),
            MeasuredAgain = members["measured-again"].IsNull ? null : members["measured-again"].Time(),
            MeasuredAgainCommit = members["measured-again-commit"].IsNull ? null : members["measured-again-commit"].Text(),
        };
    }
}
