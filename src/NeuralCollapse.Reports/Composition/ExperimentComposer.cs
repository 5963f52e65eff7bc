using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Computes what the report says of an experiment.</summary>
internal static class ExperimentComposer
{
    public static ExperimentModel Compose(ExperimentSummary summary, Counter figures, Counter tables) => new()
    {
        Name = summary.Plan.Experiment,
        Title = summary.Plan.Title,
        Claim = summary.Plan.Claim,
        Setup = Setup(summary),
        Settings = SettingsTable.Of(summary, tables.Next()),
        Results = ResultsTable.Of(summary, tables.Next()),
        Figures = [.. Figures(summary).OfType<Figure>().Select(f => new Numbered<Figure>(figures.Next(), f))],
        AllMetrics = AllMetricsTables.Of(summary, tables),
        Summary = summary,
    };

    private static IEnumerable<Figure?> Figures(ExperimentSummary summary) =>
    [
        LearningCurves.Draw(summary),
        CollapseCurves.DrawMain(summary),
        CollapseCurves.DrawMore(summary),
        Projections.DrawLast(summary),
        .. Projections.DrawCourse(summary),
        ReliabilityDiagrams.Draw(summary),
    ];

    private static string Setup(ExperimentSummary summary)
    {
        var recorded = summary.Groups.Sum(g => g.Cells.Count);
        var seeds = summary.Plan.Cells.Select(c => c.Seed).Distinct().Order().Select(Numbers.Format).ToList();
        return
            $"The experiment has {Prose.Count(summary.Plan.Cells.Count, "cell")}, {Varying(summary)}" +
            $"{Prose.Count(seeds.Count, "seed")} ({string.Join(", ", seeds)}). {Recorded(summary, recorded)} " +
            $"Numerics fingerprint: {Prose.List(summary.Numerics)}.";
    }

    private static string Varying(ExperimentSummary summary)
    {
        var axes = summary.Axes.Select(axis => $"{axis} ({Prose.Count(Values(summary, axis), "value")})");
        return summary.Axes.Count == 0 ? "with " : $"varying {Prose.List([.. axes])}, with ";
    }

    private static int Values(ExperimentSummary summary, string axis) =>
        summary.Plan.Cells.Select(c => c.Axes.FirstOrDefault(a => a.Key == axis).Value).Distinct().Count();

    private static string Recorded(ExperimentSummary summary, int recorded) => recorded == summary.Plan.Cells.Count
        ? "All of them are recorded."
        : $"Only {Prose.Count(recorded, "cell")} of them {(recorded == 1 ? "is" : "are")} recorded; n says of how many each number is the mean.";
}
