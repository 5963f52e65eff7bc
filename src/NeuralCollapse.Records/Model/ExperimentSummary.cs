namespace NeuralCollapse.Records;

/// <summary>An experiment in numbers: the last epoch of its cells, grouped over the seeds.</summary>
public sealed record ExperimentSummary
{
    public required RecordedPlan Plan { get; init; }

    /// <summary>Distinct fingerprints of the numerics, in alphabetical order; one, unless machines or settings differed.</summary>
    public required IReadOnlyList<string> Numerics { get; init; }

    /// <summary>Points of the matrix that have a cell that was trained to its end, in plan order.</summary>
    public required IReadOnlyList<SummaryGroup> Groups { get; init; }

    /// <summary>Recorded cells whose training diverged, in plan order: they are in no mean.</summary>
    public IReadOnlyList<CellRecord> Diverged { get; init; } = [];

    /// <summary>Every recorded cell: those of the groups, then those that diverged.</summary>
    public IEnumerable<CellRecord> Cells => Groups.SelectMany(g => g.Cells).Concat(Diverged);

    /// <summary>Names of the axes, in the order in which the cells name them.</summary>
    public IReadOnlyList<string> Axes => [.. Plan.Cells.SelectMany(c => c.Axes.Select(a => a.Key)).Distinct()];

    /// <summary>Groups records by the axes of the plan. Records that the plan does not list take no part.</summary>
    public static ExperimentSummary Of(RecordedPlan plan, IReadOnlyList<CellRecord> records)
    {
        var byId = records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var planned = plan.Cells.Where(c => byId.ContainsKey(c.Id)).ToList();
        var groups = planned.Where(c => byId[c.Id].Diverged is null).GroupBy(c => c.Point);
        return new()
        {
            Plan = plan,
            Numerics = [.. planned.Select(c => byId[c.Id].Numerics).Distinct().Order(StringComparer.Ordinal)],
            Groups = [.. groups.Select(g => SummaryGroup.Of(g.First().Axes, [.. g.Select(c => byId[c.Id])]))],
            Diverged = [.. planned.Select(c => byId[c.Id]).Where(record => record.Diverged is not null)],
        };
    }

    /// <summary>How many of the cells at a point of the matrix diverged.</summary>
    public int DivergedAt(SummaryGroup group) => Diverged.Count(record => Plan.Cells.First(c => c.Id == record.Id).Axes.SequenceEqual(group.Axes));
}

/// <summary>One point of an experiment's matrix over its seeds.</summary>
public sealed record SummaryGroup
{
    /// <summary>Labels by axis in the order of the spec.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Axes { get; init; }

    /// <summary>The recorded cells, in plan order; at least one.</summary>
    public required IReadOnlyList<CellRecord> Cells { get; init; }

    /// <summary>Statistics by metric, in the order the cells give them.</summary>
    public required IReadOnlyList<SummaryRow> Metrics { get; init; }

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

/// <summary>A metric of the last epoch over the seeds of one point of the matrix.</summary>
public sealed record SummaryRow
{
    public required string Metric { get; init; }

    /// <summary>Seeds that were trained, at least 1.</summary>
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>Unbiased standard deviation over the seeds; null for one seed.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>The statistics of some values, at least one.</summary>
    public static SummaryRow Of(string metric, IReadOnlyList<double> values)
    {
        var mean = values.Sum() / values.Count;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new()
        {
            Metric = metric,
            N = values.Count,
            Mean = mean,
            StandardDeviation = values.Count == 1 ? null : Math.Sqrt(squares / (values.Count - 1)),
        };
    }
}
