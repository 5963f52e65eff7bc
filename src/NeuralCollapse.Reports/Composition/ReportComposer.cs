using System.Globalization;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>Computes everything the report says from the recorded results and, as far as they are, from cells that are running.</summary>
internal static class ReportComposer
{
    /// <exception cref="UserErrorException">When there is nothing to report, or a file of results is damaged.</exception>
    public static ReportModel Compose(ResultStore store, IReadOnlyList<string> experiments, LiveCells? live = null)
    {
        var found = experiments.Select(e => Found(store, live, e)).ToList();
        if (found.Count == 0)
            throw new UserErrorException($"{store.Root}: expected the results of an experiment, got none.\nReproduce an experiment first.");
        var (figures, tables) = (new Counter(), new Counter());
        List<ExperimentSummary> summaries = [.. found.Select(f => f.Summary)];
        List<CellRecord> recorded = [.. summaries.SelectMany(s => s.Cells)];
        List<CellRecord> cells = [.. recorded, .. found.SelectMany(f => f.Running).Select(r => r.SoFar)];
        List<MixupEffect> effects = [.. summaries.SelectMany(MixupEffect.All)];
        return new()
        {
            Title = "How neural collapse unfolds under mixup",
            Question = "How does neural collapse unfold under mixup, and do loss functions and architectures change it?",
            Answer = AnswerInWords.Of(summaries, effects),
            Effects = ForestPlot.Draw(effects) is { } effectsFigure ? new(figures.Next(), effectsFigure) : null,
            Abstract = Abstract(summaries, recorded, cells.Count - recorded.Count),
            Date = cells.Max(c => c.Environment.Started),
            Facts = Facts(summaries, cells),
            Experiments = [.. found.Select(f => ExperimentComposer.Compose(f.Summary, f.Running, figures, tables))],
            Metrics = MetricsTable.Of(cells.SelectMany(c => c.Final.Metrics.Select(m => m.Key)).Distinct(), tables.Next()),
            Provenance = ProvenanceTable.Of(summaries, tables.Next()),
        };
    }

    private static (ExperimentSummary Summary, IReadOnlyList<RunningCell> Running) Found(ResultStore store, LiveCells? live, string experiment)
    {
        var plan = store.ReadPlan(experiment);
        // Before those that are recorded: a cell that becomes recorded meanwhile is then among both, and not among neither.
        List<RunningCell> running = live is null ? [] : [.. plan.Cells.Where(c => !store.IsRecorded(experiment, c.Id)).Select(c => live.Read(c.Id)).OfType<RunningCell>()];
        var records = store.ReadExperiment(plan).RequireWhole();
        running.RemoveAll(r => records.Any(record => record.Id == r.SoFar.Id));
        return records.Count + running.Count > 0
            ? (ExperimentSummary.Of(plan, records), running)
            : throw new UserErrorException($"{store.PathOf(experiment)}: expected recorded cells, got none.\n" +
                $"Reproduce the experiment {experiment} first.");
    }

    private static string Abstract(List<ExperimentSummary> summaries, List<CellRecord> recorded, int running) =>
        $"This report was compiled from the recorded results of {Prose.Count(summaries.Count, "experiment")} with {Cells(recorded)}" +
        $"{(running > 0 ? $" and, as far as {(running == 1 ? "it is" : "they are")}, from {Prose.Count(running, "cell")} still running" : "")}. Every number and figure in it is computed from the files of those results.";

    /// <summary>The unconstrained features model has no network: its features are what is optimised.</summary>
    private static string Cells(List<CellRecord> recorded)
    {
        var free = recorded.Count(cell => CanonicalJson.IsReadable(cell.CanonicalJson) && CanonicalJson.Read(cell.CanonicalJson) is UfmCell);
        string?[] parts = [recorded.Count > free || free == 0 ? Prose.Count(recorded.Count - free, "trained network") : null, free > 0 ? $"{Numbers.Format(free)} optimised {(free == 1 ? "model" : "models")} of unconstrained features" : null];
        return Prose.List([.. parts.OfType<string>()]);
    }

    private static IReadOnlyList<(string Name, string Value)> Facts(List<ExperimentSummary> summaries, List<CellRecord> cells) =>
    [
        ("Experiments", string.Join(", ", summaries.Select(s => $"{s.Plan.Experiment} ({Cells(s)})"))),
        ("Numerics", Distinct(cells, c => c.Numerics)),
        ("Commits", Distinct(cells, c => ProvenanceTable.Commit(c.Environment))),
        ("Hosts", Distinct(cells, c => $"{c.Environment.Host} ({c.Environment.Processor}, {c.Environment.OperatingSystem})")),
        ("Versions", Distinct(cells, c => Versions(c.Environment))),
        ("Trained", $"{string.Join(" to ", Days(cells))} (UTC)"),
        ("Time", $"{Duration.Text(cells.Sum(c => c.Environment.TotalSeconds))} in total, summed over all processes"),
    ];

    private static string Versions(RunEnvironment environment) =>
        string.Join(", ", environment.Versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {v.Value}"));

    private static string Cells(ExperimentSummary summary) =>
        $"{Numbers.Format(summary.Cells.Count())} of {Prose.Count(summary.Plan.Cells.Count, "cell")}";

    private static string Distinct(List<CellRecord> cells, Func<CellRecord, string> part) =>
        string.Join("; ", cells.Select(part).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The first and the last day; one when they are the same.</summary>
    private static IEnumerable<string> Days(List<CellRecord> cells) =>
        new[] { Day(cells.Min(c => c.Environment.Started)), Day(cells.Max(c => c.Environment.Started)) }.Distinct();

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
