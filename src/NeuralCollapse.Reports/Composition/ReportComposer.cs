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
        List<ExperimentSummary> summaries = [.. found.Select(f => f.Summary)];
        List<CellRecord> cells = [.. summaries.SelectMany(s => s.Cells), .. found.SelectMany(f => f.Running).Select(r => r.SoFar)];
        var (figures, tables) = (new Counter(), new Counter());
        var evidence = new Evidence([.. summaries.Where(summary => summary.Cells.Any())], figures, tables);
        var effects = evidence.Primary is { } primary ? ForestPlot.Draw("mixup-effects", "What mixup does to NC1, and where the features of mixed samples lie.", EffectRow.All(primary)) : null;
        return new()
        {
            Title = "How neural collapse unfolds under mixup",
            Question = "How does neural collapse unfold under mixup, and do loss functions and architectures change it?",
            Answer = AnswerInWords.Of(evidence),
            Effects = effects is null ? null : evidence.Number(effects),
            Sections = [.. Sections(evidence, [.. found.SelectMany(f => f.Running)])],
            Date = cells.Max(c => c.Environment.Started),
            Experiments = [.. found.Select(f => ExperimentComposer.Compose(f.Summary, f.Running, figures, tables))],
            Metrics = MetricsTable.Of(cells.SelectMany(c => c.Final.Metrics.Select(m => m.Key)).Distinct(), tables.Next()),
            Provenance = ProvenanceTable.Of(summaries, tables.Next()),
            Csv = CellsCsv.Of(summaries),
        };
    }

    /// <summary>The argument, in its order; steps of which nothing is recorded are left out.</summary>
    private static IEnumerable<Section> Sections(Evidence evidence, IReadOnlyList<RunningCell> running) => evidence.All.Count == 0 ? [RunningSection.Of(evidence, running)!] : new[]
    {
        MethodsSection.Of(evidence),
        UnfoldingSection.Of(evidence),
        GeometrySection.Of(evidence),
        ArchitectureSection.Of(evidence),
        GapSection.Of(evidence),
        RobustnessSection.Of(evidence),
        FreeFeaturesSection.Of(evidence),
        RunningSection.Of(evidence, running),
    }.OfType<Section>().Concat(ClosingSections.Of(evidence));

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
}
