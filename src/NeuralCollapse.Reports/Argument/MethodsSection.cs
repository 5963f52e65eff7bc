using System.Globalization;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

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
            new Block.Passage($"Mixup trains on mixtures λ\u00a0x + (1\u00a0−\u00a0λ)\u00a0x′ of two images with the loss λ\u00a0ℓ(z,\u00a0y) + (1\u00a0−\u00a0λ)\u00a0ℓ(z,\u00a0y′), λ drawn from Beta(alpha,\u00a0alpha) for each batch, or for each sample where that is said (Zhang et al. 2018). After chosen epochs, neural collapse is measured on the unmixed training images: NC1, the variability within classes against that between them; NC2, how far class means are from a simplex; NC3, how far the classifier is from them; NC4, the agreement with the nearest class mean (Papyan, Han and Donoho 2020). NC1 to NC3 are 0 at collapse."),
            new Block.Passage($"Losses: cross-entropy; focal, cross-entropy times (1\u00a0−\u00a0p)^gamma with p the probability of the label (Lin et al. 2017); scaled MSE and MAE, the squared and the absolute error between the logits z and kappa times the one-hot label; smooth L1, squared within beta and absolute beyond. Networks: MLP, fully connected; WRN, a wide residual network (Zagoruyko and Komodakis 2016); ViT, a vision transformer (Dosovitskiy et al. 2021)."),
            new Block.Passage($"Where mixed samples lie is told by the coefficients α and β of a mixed feature on the classifiers of its two classes. The amplification A is α + β in units of the α of samples mixed within their class: 1 on the chord between class means, above it where features bow out. Theory is the optimum of the unconstrained features model (UFM) with a fixed simplex as classifier, at the μ that gives the α of same-class samples: for cross-entropy that of Fisher, Meng and Papyan (2024), for the other losses that of the same model, solved here."),
            new Block.Passage($"A cell is one training with one seed; a setting is what its seeds share. Numbers are means over seeds with 95\u00a0% t intervals, contrasts are taken seed by seed, ratios as logarithms. A prediction is met where two one-sided t tests place the mean inside its range, and not met where a t test places it outside, each at 5\u00a0%, corrected for all predictions of an experiment (Holm); below three seeds nothing is judged. Every metric of every cell is in report.csv, and what each number here was computed from in report.json."),
            new Block.Tabulation(experiments),
        ];
        if (judged.Count > 0)
        {
            var scorecard = Scores(judged, evidence.Tables.Next());
            blocks.Add(new Block.Passage($"How each of the predictions fares is in {Mention.Of(scorecard)}."));
            blocks.Add(new Block.Tabulation(scorecard));
        }

        return new("What was asked of the networks", blocks);
    }

    private static Table Experiments(Evidence evidence) => new()
    {
        Number = evidence.Experiments,
        Title = "The experiments.",
        Explanation = "Cells: recorded of planned. Hours are of one thread, times in\u00a0UTC.",
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
            new(summary.Plan.Title, Trainings.InWords(summary)),
            new(summary.Axes.Count == 0 ? "nothing" : string.Join("\n", summary.Axes.Select(axis => Values(summary, axis)))),
            TableEntry.Of(Recorded(summary)),
            TableEntry.Of($"{new Printed(Numbers.Format(summary.Plan.Cells.Select(cell => cell.Seed).Distinct().Count()), new CellsOf("seeds", name, []))}"),
            TableEntry.Of($"{new Printed(Numbers.Fixed(hours, hours < 0.95 ? 2 : 1), new CellsOf("hours", name, ids))}"),
            timing is null ? new("none stated") : new(Stated(timing), Changed(timing)),
        ];
    }

    /// <summary>Cells that are recorded, of those that are planned.</summary>
    public static Sentence Recorded(ExperimentSummary summary)
    {
        IReadOnlyList<string> ids = [.. summary.Cells.Select(cell => cell.Id)];
        return $"{new Printed(Numbers.Format(ids.Count), new CellsOf("recorded", summary.Plan.Experiment, ids))} of {new Printed(Numbers.Format(summary.Plan.Cells.Count), new CellsOf("planned", summary.Plan.Experiment, []))}";
    }

    /// <summary>An axis with its values, or their number where they are many.</summary>
    private static string Values(ExperimentSummary summary, string axis)
    {
        var values = summary.Plan.Cells.SelectMany(cell => cell.Axes).Where(label => label.Key == axis).Select(label => GroupName.Value(label.Value)).Distinct().ToList();
        return values.Count > MostValues ? $"{axis}: {Numbers.Format(values.Count)} values" : $"{axis}: {string.Join("; ", values)}";
    }

    private static string Stated(StatementTiming timing) =>
        timing.Cells == 0 ? "not run yet"
        : timing.ChangedAfter == timing.Cells ? "entered as data after all cells had begun"
        : $"{(timing.First is { CommittedAt: { } at } ? $"stated {Time(at)}, " : "")}first run{(timing.ChangedAfter > 0 ? " since" : "")} {Time(timing.FirstRun!.Value)}";

    private static string Changed(StatementTiming timing) =>
        (timing.ChangedAfter > 0 && timing.ChangedAfter < timing.Cells ? $"changed after {Numbers.Format(timing.ChangedAfter)} cells had begun " : "") +
        (timing.Uncommitted > 0 ? $"not committed when {Numbers.Format(timing.Uncommitted)} cells began" : "");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// How the predictions of networks fare that were stated before any cell of their experiment ran, and those that were not; empty where
    /// there are none. That an optimiser reaches an optimum is no finding.
    /// </summary>
    public static Sentence Beforehand(Evidence evidence)
    {
        var judged = evidence.Trained.Select(summary => (
            Predictions: JudgedPrediction.All(summary),
            When: StatementTiming.Of(summary.Plan.Stated, [.. summary.Cells.Select(cell => cell.Environment)]) switch
            {
                { ChangedAfter: > 0 } => 2,
                { Uncommitted: > 0 } => 1,
                _ => 0,
            })).Where(each => each.Predictions.Count > 0).ToLookup(each => each.When, each => each.Predictions);
        return Sentence.Paragraph([
            Fare([.. judged[0]], "stated and committed before the first run"),
            Fare([.. judged[1]], "stated before the first run and not committed by then"),
            Fare([.. judged[2]], "entered as data after it"),
        ]);
    }

    private static Sentence Fare(IReadOnlyList<IReadOnlyList<JudgedPrediction>> families, string when)
    {
        if (families.Count == 0)
            return Sentence.Empty;
        (IReadOnlyList<JudgedPrediction>, IReadOnlyList<JudgedPrediction>)[] all = [.. families.Select(family => (family, family))];
        var total = families.Sum(family => family.Count);
        return $"Predictions {when} are judged at {new Printed(Numbers.Format(total), new OutcomesOf("predictions", all))} settings: {Parts(families, all)}.";
    }

    private static Sentence Parts(IReadOnlyList<IReadOnlyList<JudgedPrediction>> families, IReadOnlyList<(IReadOnlyList<JudgedPrediction>, IReadOnlyList<JudgedPrediction>)> all) => Sentence.List([
        .. Outcomes.Select(outcome => (outcome.Words, Count: families.Sum(family => family.Count(one => one.Score == outcome.Score)))).Where(outcome => outcome.Count > 0)
            .Select((outcome, i) => (Sentence)$"{new Printed(Numbers.Format(outcome.Count), new OutcomesOf(outcome.Words, all))} {(i == 0 ? outcome.Count == 1 ? "is " : "are " : "")}{outcome.Words}")]);

    private static readonly IReadOnlyList<(Score Score, string Words)> Outcomes =
        [(Score.Met, "met"), (Score.NotMet, "not met"), (Score.Undecided, "undecided"), (Score.NotTestable, "not testable")];

    private static Table Scores(List<(ExperimentSummary Summary, IReadOnlyList<JudgedPrediction> Predictions)> judged, int number) => new()
    {
        Number = number,
        Title = "Scorecard of the predictions.",
        Explanation =
            "Each prediction is made for one or more settings of its experiment and judged at each. Predicted: its range, the margin included; found: the smallest and the largest mean over its settings; of a ratio or a " +
            "difference where it compares, accuracies in per cent. Not testable: the networks are not in the state that the prediction is about, or what is predicted does not exist for them. The appendix, an option of the report, has every setting.",
        IsDense = true,
        Columns =
        [
            new("Experiment", 1.1f, false), new("Prediction", 3.7f, false), new("Predicted", 1, true), new("Found", 1.4f, true),
            new("Met", 0.45f, true), new("Not met", 0.45f, true), new("Undecided", 1, true), new("Not testable", 0.75f, true),
        ],
        Rows = [.. judged.SelectMany(each => each.Predictions.GroupBy(one => one.Prediction).Select((points, i) => Row(i == 0 ? each.Summary.Plan.Experiment : "", each.Predictions, [.. points])))],
    };

    private static IReadOnlyList<TableEntry> Row(string experiment, IReadOnlyList<JudgedPrediction> family, IReadOnlyList<JudgedPrediction> points)
    {
        var prediction = points[0].Prediction;
        var found = points.Where(point => point.Found is not null).ToList();
        var factor = prediction.IsContrast && prediction.Compare == Contrast.Ratio ? 1 : MetricText.Of(prediction.Metric).Factor;
        Printed End(double value, string which) => Printed.Of(Scorecard.Text(factor * value), which, found.Select(point => point.Series! with { Factor = factor }));
        TableEntry Outcome(Score score) => points.Any(point => point.Score == score)
            ? TableEntry.Of($"{new Printed(Numbers.Format(points.Count(point => point.Score == score)), new OutcomesOf(Outcomes.First(outcome => outcome.Score == score).Words, [(family, points)]))}")
            : new("-");
        return
        [
            new(experiment),
            new(prediction.Says),
            new(Scorecard.Range(Widened(prediction.AtLeast, -1), Widened(prediction.AtMost, 1))),
            found.Count == 0 ? new("-")
                : found.Count == 1 ? TableEntry.Of($"{End(found[0].Found!.Value, Statistics.Least)}")
                : TableEntry.Of($"{End(found.Min(point => point.Found!.Value), Statistics.Least)} to {End(found.Max(point => point.Found!.Value), Statistics.Most)}"),
            Outcome(Score.Met), Outcome(Score.NotMet), Outcome(Score.Undecided), Outcome(Score.NotTestable),
        ];

        double? Widened(double? end, int side) => end is not { } known ? null
            : factor * (prediction.IsContrast && prediction.Compare == Contrast.Ratio ? known * Math.Pow(1 + prediction.Margin, side) : known + (side * prediction.Margin));
    }
}
