using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// summary.json of a cell: what was measured last, with which numerics, and the hash of every file that another run repeats. It is sealed, so
/// that all of a cell but environment.json, which has a seal of its own, is guarded by it.
/// </summary>
internal sealed class CellSummary
{
    private readonly IReadOnlyDictionary<string, LocatedJson> members;

    private CellSummary(IReadOnlyDictionary<string, LocatedJson> members)
    {
        this.members = members;
        Files = members["files"].Members().ToDictionary(f => f.Key, f => f.Value.Text(), StringComparer.Ordinal);
    }

    public string Label => members["label"].Text();

    public string Numerics => members["numerics"].Text();

    /// <summary>SHA-256 by path inside the directory, with slashes.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <param name="record">The cell.</param>
    /// <param name="files">SHA-256 by path.</param>
    public static string Write(CellRecord record, IReadOnlyDictionary<string, string> files) => SealedJson.Write(new JsonObject
    {
        ["cell"] = record.Id,
        ["label"] = record.Label,
        ["numerics"] = record.Numerics,
        ["measured"] = CanonicalJson.MeasuredHash(record.CanonicalJson),
        ["epoch"] = record.Final.Epoch,
        ["metrics"] = Json.Numbers(record.Final.Metrics),
        ["files"] = Json.Texts(files.OrderBy(f => f.Key, StringComparer.Ordinal)),
    });

    /// <exception cref="DamagedResultException">When it is missing, not as it was written, of another cell, or without the hash of a file that every cell has.</exception>
    public static CellSummary Read(ResultFile file, string id, IEnumerable<string> always)
    {
        var members = SealedJson.Read(file).Members("cell", "label", "numerics", "measured", "epoch", "metrics", "files");
        if (members["cell"].Text() != id)
            throw members["cell"].Wrong($"the name of its directory, {id}");
        var summary = new CellSummary(members);
        return always.Except(summary.Files.Keys).FirstOrDefault() is { } missing
            ? throw members["files"].Wrong($"the hash of {missing}", $"only {string.Join(", ", summary.Files.Keys)}")
            : summary;
    }

    /// <summary>Requires it to be the summary of what the other files say.</summary>
    /// <param name="canonicalJson">What cell.json says.</param>
    /// <param name="last">The last line of metrics.csv.</param>
    public void Require(string canonicalJson, MetricRow last)
    {
        var measured = CanonicalJson.MeasuredHash(canonicalJson);
        if (members["measured"].Text() != measured)
            throw members["measured"].Wrong($"the hash of what cell.json says is measured, {measured}");
        if (members["epoch"].Whole() != last.Epoch)
            throw members["epoch"].Wrong($"that of the last line of metrics.csv, {Numbers.Format(last.Epoch)}");
        var metrics = members["metrics"].Members();
        var (names, columns) = (metrics.Select(m => m.Key).ToList(), last.Metrics.Select(m => m.Key).ToList());
        if (!names.SequenceEqual(columns))
            throw members["metrics"].Wrong("the columns of metrics.csv in their order", $"another at {names.Where((name, i) => name != columns.ElementAtOrDefault(i)).FirstOrDefault("the end")}");
        foreach (var (json, value) in metrics.Zip(last.Metrics, (m, l) => (m.Value, l.Value)).Where(pair => !pair.Item1.Number().Equals(pair.Item2)))
            throw json.Wrong($"that of the last line of metrics.csv, {Numbers.Format(value)}");
    }
}
