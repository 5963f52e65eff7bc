using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Computes what the report says of an experiment.</summary>
internal static class ExperimentComposer
{
    public static ExperimentModel Compose(ExperimentSummary summary, Counter figures, Counter tables)
    {
        var predicted = GroupPrediction.All(summary);
        var (settings, results) = (SettingsTable.Of(summary, tables.Next()), ResultsTables.Of(summary, tables));
        var predictions = predicted.Count == 0 ? null : PredictionsTable.Of(summary, predicted, tables.Next());
        return new()
        {
            Name = summary.Plan.Experiment,
            Title = summary.Plan.Title,
            Claim = summary.Plan.Claim,
            Setup = Setup(summary),
            Settings = settings,
            Results = results,
            PredictionsInWords = predictions is null ? "" : PredictionsInWords.Of(predicted, predictions.Number),
            Predictions = predictions,
            Figures = [.. Figures(summary).OfType<Figure>().Select(f => new Numbered<Figure>(figures.Next(), f))],
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
            MixedFigures.DrawGeometry(summary),
            MixedFigures.DrawCoefficients(summary),
            Noted(MixedFigures.DrawCourse(shown)),
            Noted(Projections.DrawLast(shown)),
            .. Projections.DrawCourse(shown).Select(Noted),
            Noted(ReliabilityDiagrams.Draw(shown)),
        ];
    }

    private static string Setup(ExperimentSummary summary)
    {
        var recorded = summary.Groups.Sum(g => g.Cells.Count);
        var seeds = summary.Plan.Cells.Select(c => c.Seed).Distinct().Order().Select(Numbers.Format).ToList();
        return
            $"The experiment has {Prose.Count(summary.Plan.Cells.Count, "cell")}{Varying(summary)} with " +
            $"{Prose.Count(seeds.Count, "seed")} ({string.Join(", ", seeds)}). {Recorded(summary, recorded)} " +
            $"Numerics fingerprint: {Prose.List(summary.Numerics)}.{Elsewhere(summary)}";
    }

    private static string Elsewhere(ExperimentSummary summary) => AllMetricsTables.IsTooLarge(summary)
        ? $" Every metric of its {Numbers.Format(summary.Groups.Count)} combinations is in summary.csv beside the results; " +
            "the tables show the main ones."
        : "";

    private static string Varying(ExperimentSummary summary)
    {
        var axes = summary.Axes.Select(axis => $"{axis} ({Prose.Count(Values(summary, axis), "value")})");
        return summary.Axes.Count == 0 ? "" : $", varying {Prose.List([.. axes])},";
    }

    private static int Values(ExperimentSummary summary, string axis) =>
        summary.Plan.Cells.Select(c => c.Axes.FirstOrDefault(a => a.Key == axis).Value).Distinct().Count();

    private static string Recorded(ExperimentSummary summary, int recorded) => recorded == summary.Plan.Cells.Count
        ? recorded == 1 ? "It is recorded." : "All of them are recorded."
        : $"Only {Numbers.Format(recorded)} of them {(recorded == 1 ? "is" : "are")} recorded; n is the number of cells behind each mean.";
}
