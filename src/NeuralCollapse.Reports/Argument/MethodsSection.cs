using System.Globalization;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What was trained and measured, what was predicted beforehand, and how the predictions fare.</summary>
internal static class MethodsSection
{
    /// <summary>More values of an axis are only counted.</summary>
    private const int MostValues = 6;

    public static Section Of(Evidence evidence)
    {
        var experiments = Experiments(evidence);
        var judged = evidence.All.Select(summary => (Summary: summary, Predictions: JudgedPrediction.All(summary))).Where(each => each.Predictions.Count > 0).ToList();
        List<Block> blocks =
        [
            new Block.Text($"Networks are trained on mixtures λ x + (1 - λ) x' of two images, with their labels in the same shares and λ drawn from Beta(alpha, alpha) (Zhang et al. 2018), and on the images as they are. After chosen epochs, neural collapse is measured on the unmixed training images: NC1, the variability within classes against that between them; NC2, how far class means are from a simplex; NC3, how far the classifier is from them; NC4, the agreement with the nearest class mean (Papyan, Han and Donoho 2020)."),
            new Block.Text($"Where mixed samples lie is told by the coefficients α and β of a mixed feature on the classifiers of its two classes. Amplification A is α + β in units of the α of samples mixed within their class: 1 on the chord between class means, above it where features bow out. Theory is the optimum of the unconstrained features model (UFM) with a fixed simplex as classifier (Fisher, Meng and Papyan 2024), at the μ that gives the α of same-class samples."),
            new Block.Text($"Every number is over seeds: means with 95 % t intervals, contrasts seed by seed, ratios as logarithms. A range is met by two one-sided t tests and missed by a t test, each at 5 %, corrected for all predictions of an experiment (Holm); below three seeds nothing is judged. Definitions and provenance are at the end; every metric of every cell is in report.csv, and what each number here was computed from in report.json."),
            new Block.Rows(experiments),
        ];
        if (judged.Count > 0)
        {
            var scorecard = Scores(judged, evidence.Tables.Next());
            blocks.Add(new Block.Text(Sentence.Paragraph([$"Counted point by point:", $"{Sentence.List([.. judged.Select(each => InWords(each.Summary, each.Predictions))], "; ")} ({Mention.Of(scorecard)})."])));
            blocks.Add(new Block.Rows(scorecard));
        }

        return new("What was asked of the networks", blocks);
    }

    private static Table Experiments(Evidence evidence) => new()
    {
        Number = evidence.Tables.Next(),
        Title = "The experiments.",
        Explanation = "Cells: recorded of planned; a cell is one training with one seed. Hours are of one thread. Times are in UTC.",
        Columns = [new("Experiment", 1.2f, false), new("What it asks", 2.2f, false), new("Varies", 3.2f, false), new("Cells", 0.9f, true), new("Seeds", 0.7f, true), new("Hours", 0.7f, true), new("Predictions", 1.7f, false)],
        IsDense = true,
        Rows = [.. evidence.All.Select(Row)],
    };

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary)
    {
        var (name, cells) = (summary.Plan.Experiment, summary.Cells.ToList());
        IReadOnlyList<string> ids = [.. cells.Select(cell => cell.Id)];
        var hours = cells.Sum(cell => cell.Environment.TotalSeconds) / 3600;
        var timing = StatementTiming.Of(summary.Plan.Stated, [.. cells.Select(cell => cell.Environment)]);
        return
        [
            new(name),
            new(summary.Plan.Title),
            new(summary.Axes.Count == 0 ? "nothing" : string.Join("\n", summary.Axes.Select(axis => Values(summary, axis)))),
            TableEntry.Of($"{new Printed(Numbers.Format(cells.Count), new CellsOf("recorded", name, ids))} of {new Printed(Numbers.Format(summary.Plan.Cells.Count), new CellsOf("planned", name, []))}"),
            TableEntry.Of($"{new Printed(Numbers.Format(summary.Plan.Cells.Select(cell => cell.Seed).Distinct().Count()), new CellsOf("seeds", name, []))}"),
            TableEntry.Of($"{new Printed(Numbers.Fixed(hours, hours < 0.95 ? 2 : 1), new CellsOf("hours", name, ids))}"),
            timing is null ? new("none stated") : new(Stated(timing), Changed(timing)),
        ];
    }

    /// <summary>An axis with its values, or their number where they are many.</summary>
    private static string Values(ExperimentSummary summary, string axis)
    {
        var values = summary.Plan.Cells.SelectMany(cell => cell.Axes).Where(label => label.Key == axis).Select(label => GroupName.Value(label.Value)).Distinct().ToList();
        return values.Count > MostValues ? $"{axis}: {Numbers.Format(values.Count)} values" : $"{axis}: {string.Join("; ", values)}";
    }

    private static string Stated(StatementTiming timing) => timing.First is { CommittedAt: { } at }
        ? $"stated {Time(at)}, first run {Time(timing.FirstRun!.Value)}"
        : timing.FirstRun is { } run ? $"first run {Time(run)}" : "not run yet";

    private static string Changed(StatementTiming timing) =>
        (timing.ChangedAfter > 0 ? $"CHANGED AFTER {Numbers.Format(timing.ChangedAfter)} cells had begun. " : "") +
        (timing.Uncommitted > 0 ? $"Not committed when {Numbers.Format(timing.Uncommitted)} cells began." : "");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Sentence InWords(ExperimentSummary summary, IReadOnlyList<JudgedPrediction> judged)
    {
        Sentence[] parts = [.. Outcomes.Where(outcome => judged.Any(one => one.Score == outcome.Score)).Select(outcome => (Sentence)$"{Count(judged, outcome.Score)} {outcome.Words}")];
        return $"of {new Printed(Numbers.Format(judged.Count), new OutcomesOf("predictions", judged))} predictions of {summary.Plan.Experiment} {Sentence.List(parts)}";
    }

    private static readonly IReadOnlyList<(Score Score, string Words)> Outcomes =
        [(Score.Met, "met"), (Score.NotMet, "not met"), (Score.Undecided, "undecided"), (Score.NotTestable, "not testable")];

    private static Printed Count(IReadOnlyList<JudgedPrediction> judged, Score score) =>
        new(Numbers.Format(judged.Count(one => one.Score == score)), new OutcomesOf(Outcomes.First(outcome => outcome.Score == score).Words, judged));

    private static Table Scores(List<(ExperimentSummary Summary, IReadOnlyList<JudgedPrediction> Predictions)> judged, int number) => new()
    {
        Number = number,
        Title = "Scorecard of the predictions.",
        Explanation =
            "Each prediction is made for one or more points of its experiment and judged at each. Found: the smallest and the largest mean over these points, of a ratio or difference where it compares. " +
            "Not testable: the cells are not in the state that the prediction is about. Every point is in the appendix (--appendix).",
        IsDense = true,
        Columns =
        [
            new("Experiment", 1.1f, false), new("Prediction", 3.1f, false), new("Predicted", 1, true), new("Found", 1.5f, true),
            new("Met", 0.5f, true), new("Not met", 0.5f, true), new("Un-\ndecided", 0.7f, true), new("Not testable", 0.7f, true),
        ],
        Rows = [.. judged.SelectMany(each => each.Predictions.GroupBy(one => one.Prediction).Select((points, i) => Row(i == 0 ? each.Summary.Plan.Experiment : "", each.Predictions, [.. points])))],
    };

    private static IReadOnlyList<TableEntry> Row(string experiment, IReadOnlyList<JudgedPrediction> family, IReadOnlyList<JudgedPrediction> points)
    {
        var prediction = points[0].Prediction;
        var found = points.Where(point => point.Found is not null).ToList();
        Printed End(double value, string which) => Printed.Of(Scorecard.Text(value), which, found.Select(point => point.Series!));
        TableEntry Outcome(Score score) => points.Any(point => point.Score == score)
            ? TableEntry.Of($"{new Printed(Numbers.Format(points.Count(point => point.Score == score)), new OutcomesOf(Outcomes.First(outcome => outcome.Score == score).Words, points) { Family = family })}")
            : new("-");
        return
        [
            new(experiment),
            new(prediction.Says),
            new(Scorecard.Range(prediction), prediction.Margin > 0 ? $"margin {Scorecard.Text(prediction.Margin)}" : ""),
            found.Count == 0 ? new("-")
                : found.Count == 1 ? TableEntry.Of($"{End(found[0].Found!.Value, Statistics.Least)}")
                : TableEntry.Of($"{End(found.Min(point => point.Found!.Value), Statistics.Least)} to {End(found.Max(point => point.Found!.Value), Statistics.Most)}"),
            Outcome(Score.Met), Outcome(Score.NotMet), Outcome(Score.Undecided), Outcome(Score.NotTestable),
        ];
    }
}
