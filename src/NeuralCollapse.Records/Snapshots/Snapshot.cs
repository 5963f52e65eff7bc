namespace NeuralCollapse.Records;

/// <summary>The metrics and files an experiment is expected to reproduce; its text is committed with the tests.</summary>
public sealed record Snapshot
{
    public required string Experiment { get; init; }

    /// <summary>In plan order.</summary>
    public required IReadOnlyList<SnapshotCell> Cells { get; init; }

    /// <summary>The snapshot of what is recorded now; cells of the plan that are not recorded are left out.</summary>
    public static Snapshot Of(RecordedPlan plan, IReadOnlyList<CellRecord> records)
    {
        var byId = records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return new()
        {
            Experiment = plan.Experiment,
            Cells = [.. plan.Cells.Where(c => byId.ContainsKey(c.Id)).Select(c => Cell(c, byId[c.Id]))],
        };
    }

    /// <summary>Reads the text of a snapshot.</summary>
    /// <param name="text">What <see cref="SnapshotText"/> gives, with or without a byte order mark and a last line end.</param>
    /// <param name="file">Name of its file, for messages.</param>
    /// <exception cref="Specs.UserErrorException">When it is not such a text.</exception>
    public static Snapshot Parse(string text, string file) => SnapshotParser.Parse(text, file);

    private static SnapshotCell Cell(PlannedCell planned, CellRecord record) => new()
    {
        Id = planned.Id,
        Label = planned.Label,
        Numerics = record.Numerics,
        Metrics = record.Final.Metrics,
        Files = [.. record.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, ContentHash.Short(f.Value)))],
    };
}

/// <summary>A cell in a snapshot: what its last epoch is expected to give.</summary>
public sealed record SnapshotCell
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Fingerprint of the numerics that gave the values.</summary>
    public required string Numerics { get; init; }

    /// <summary>Values by metric name, in the order they are written.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; }

    /// <summary>First 12 digits of the SHA-256 of each file that another run repeats, by path, in alphabetical order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Files { get; init; }

    /// <summary>Whether its training ended early; its metrics are then those of the last epoch that could be measured.</summary>
    public bool IsDiverged => Files.Any(file => file.Key == DivergedFile.Name);
}
