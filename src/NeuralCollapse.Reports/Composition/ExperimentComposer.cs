using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Computes what the report says of an experiment.</summary>
internal static class ExperimentComposer
{
    /// <param name="summary">The recorded cells.</param>
    /// <param name="running">Others, which are drawn as far as they are.</param>
    /// <param name="figures">Numbers of figures.</param>
    /// <param name="tables">Numbers of tables.</param>
    public static ExperimentModel Compose(ExperimentSummary summary, IReadOnlyList<RunningCell> running, Counter figures, Counter tables)
    {
        var predicted = GroupPrediction.All(summary);
        var all = ExperimentSummary.Of(summary.Plan, [.. summary.Cells, .. running.Select(r => r.SoFar)]);
        var judged = JudgedPrediction.All(summary);
        var scorecard = judged.Count == 0 ? null : Scorecard.Of(summary, judged, tables.Next());
        List<Table> analyses = [.. summary.Plan.Stated.Analyses.Select(analysis => AnalysisTable.Of(summary, analysis, tables)).OfType<Table>()];
        var (settings, results) = (SettingsTable.Of(all, tables.Next()), ResultsTables.Of(summary, tables));
        var diverged = summary.Diverged.Count == 0 ? null : DivergedTable.Of(summary, tables.Next());
        var predictions = predicted.Count == 0 ? null : PredictionsTable.Of(summary, predicted, tables.Next());
        return new()
        {
            Name = summary.Plan.Experiment,
            Title = summary.Plan.Title,
            Claim = summary.Plan.Claim,
            Setup = Setup(summary, all.Numerics, running),
            ScoresInWords = judged.Count == 0 ? "" : Scorecard.InWords(judged),
            Scorecard = scorecard,
            Analyses = analyses,
            Settings = settings,
            Diverged = diverged,
            Results = results,
            PredictionsInWords = predictions is null ? "" : PredictionsInWords.Of(predicted, predictions.Number),
            Predictions = predictions,
            Figures = [.. (summary.Groups.Count == 0 ? [] : Figures(summary)).OfType<Figure>().Concat(running.Select(ProgressFigure.Draw)).Select(f => new Numbered<Figure>(figures.Next(), f))],
            AllMetrics = AllMetricsTables.Of(summary, tables),
        };
    }

    private static IEnumerable<Figure?> Figures(ExperimentSummary summary)
    {
        var shown = ShownGroups.Of(summary);
        var note = ShownGroups.Note(shown.Groups.Count, summary.Groups.Count);
        Figure? Noted(Figure? figure) => figure is null ? null : figure with { Explanation = figure.Explanation + note };
        return
        [
            Noted(LearningCurves.Draw(shown)),
            Noted(CollapseCurves.DrawMain(shown)),
            Noted(CollapseCurves.DrawMore(shown)),
            Noted(LayerCurves.Draw(shown)),
            MixedFigures.DrawGeometry(summary),
            MixedFigures.DrawCoefficients(summary),
            Noted(MixedFigures.DrawCourse(shown)),
            Noted(Projections.DrawLast(shown)),
            .. Projections.DrawCourse(shown).Select(Noted),
            Noted(ReliabilityDiagrams.Draw(shown)),
        ];
    }

    private static string Setup(ExperimentSummary summary, IReadOnlyList<string> numerics, IReadOnlyList<RunningCell> running)
    {
        var recorded = summary.Cells.Count();
        var seeds = summary.Plan.Cells.Select(c => c.Seed).Distinct().Order().Select(Numbers.Format).ToList();
        return
            $"The experiment has {Prose.Count(summary.Plan.Cells.Count, "cell")}{Varying(summary)} with " +
            $"{Prose.Count(seeds.Count, "seed")} ({string.Join(", ", seeds)}). {Recorded(summary, recorded)}{Running(running)} " +
            $"Numerics fingerprint: {Prose.List(numerics)}.{Elsewhere(summary)}";
    }

    private static string Elsewhere(ExperimentSummary summary) => AllMetricsTables.IsTooLarge(summary)
        ? $" Every metric of its {Numbers.Format(summary.Groups.Count)} settings is in summary.csv beside the results; " +
            "the tables show the main ones."
        : "";

    private static string Varying(ExperimentSummary summary)
    {
        var axes = summary.Axes.Select(axis => $"{axis} ({Prose.Count(Values(summary, axis), "value")})");
        return summary.Axes.Count == 0 ? "" : $", varying {Prose.List([.. axes])},";
    }

    private static int Values(ExperimentSummary summary, string axis) =>
        summary.Plan.Cells.Select(c => c.Axes.FirstOrDefault(a => a.Key == axis).Value).Distinct().Count();

    private static string Running(IReadOnlyList<RunningCell> running) => running.Count == 0 ? ""
        : $" Still running, and drawn as far as {(running.Count == 1 ? "it is" : "they are")}: " +
            $"{Prose.List([.. running.Select(r => $"{r.SoFar.Label} (epoch {Numbers.Format(r.Epoch)} of {Numbers.Format(r.Epochs)})")])}.";

    private static string Recorded(ExperimentSummary summary, int recorded) => recorded == 0 ? "None is recorded yet."
        : recorded == summary.Plan.Cells.Count
        ? recorded == 1 ? "It is recorded." : "All of them are recorded."
        : $"Only {Numbers.Format(recorded)} of them {(recorded == 1 ? "is" : "are")} recorded; n is the number of cells behind each mean.";
}
