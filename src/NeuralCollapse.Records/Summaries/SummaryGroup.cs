namespace NeuralCollapse.Records;

/// <summary>One point of an experiment's matrix over its seeds.</summary>
public sealed record SummaryGroup
{
    /// <summary>Labels by axis in the order of the spec.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Axes { get; init; }

    /// <summary>The recorded cells, in plan order; at least one.</summary>
    public required IReadOnlyList<CellRecord> Cells { get; init; }

    /// <summary>Statistics by metric, in the order the cells give them.</summary>
    public required IReadOnlyList<SummaryRow> Metrics { get; init; }

    /// <summary>Axes in one line, for people.</summary>
    public string Label => string.Join(' ', Axes.Select(a => $"{a.Key}={a.Value}"));

    /// <summary>Statistics of a metric; null when no cell measured it.</summary>
    public SummaryRow? Find(string metric) => Metrics.FirstOrDefault(m => m.Metric == metric);

    internal static SummaryGroup Of(IReadOnlyList<KeyValuePair<string, string>> axes, IReadOnlyList<CellRecord> cells)
    {
        var names = cells.SelectMany(c => c.Final.Metrics.Select(m => m.Key)).Distinct();
        return new()
        {
            Axes = axes,
            Cells = cells,
            Metrics = [.. names.Select(name => SummaryRow.Of(name, [.. cells.Select(c => c.Final.Find(name)).OfType<double>()]))],
        };
    }
}
