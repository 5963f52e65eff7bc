namespace NeuralCollapse.Records;

/// <summary>An experiment in numbers: the last epoch of its cells, grouped over the seeds.</summary>
public sealed record ExperimentSummary
{
    public required RecordedPlan Plan { get; init; }

    /// <summary>Distinct fingerprints of the numerics, in alphabetical order; one, unless machines or settings differed.</summary>
    public required IReadOnlyList<string> Numerics { get; init; }

    /// <summary>Points of the matrix that have a recorded cell, in plan order.</summary>
    public required IReadOnlyList<SummaryGroup> Groups { get; init; }

    /// <summary>Names of the axes, in the order in which the cells name them.</summary>
    public IReadOnlyList<string> Axes => [.. Plan.Cells.SelectMany(c => c.Axes.Select(a => a.Key)).Distinct()];

    /// <summary>Groups records by the axes of the plan. Records that the plan does not list take no part.</summary>
    public static ExperimentSummary Of(RecordedPlan plan, IReadOnlyList<CellRecord> records)
    {
        var byId = records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var planned = plan.Cells.Where(c => byId.ContainsKey(c.Id)).ToList();
        var groups = planned.GroupBy(c => string.Join('\n', c.Axes.Select(a => $"{a.Key}={a.Value}")));
        return new()
        {
            Plan = plan,
            Numerics = [.. planned.Select(c => byId[c.Id].Numerics).Distinct().Order(StringComparer.Ordinal)],
            Groups = [.. groups.Select(g => SummaryGroup.Of(g.First().Axes, [.. g.Select(c => byId[c.Id])]))],
        };
    }
}
