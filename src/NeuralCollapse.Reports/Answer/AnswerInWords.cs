using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the recorded experiments answer, in a few sentences with intervals.</summary>
internal static class AnswerInWords
{
    /// <summary>What other than mixup a reader asks about first, by the name of its axis.</summary>
    private static readonly IReadOnlyList<(string Axis, string Plural)> Asked = [("loss", "loss functions"), ("model", "architectures")];

    /// <summary>Sentences; none where no experiment sets mixup against none with at least three seeds.</summary>
    public static IReadOnlyList<Sentence> Of(IReadOnlyList<ExperimentSummary> summaries, IReadOnlyList<MixupEffect> effects)
    {
        var known = effects.Where(effect => effect.Ratio.N >= 3).ToList();
        return known.Count == 0 ? [] : [
            Overall(known),
            .. Asked.Select(asked => Moderated(summaries, known, asked.Axis, asked.Plural) ?? $"Whether {asked.Plural} differ in this is open: no experiment with all its cells recorded varies them."),
            .. Theory(summaries),
        ];
    }

    private static Sentence Overall(List<MixupEffect> effects)
    {
        List<MixupEffect> less = [.. effects.Where(effect => effect.Ratio.ConfidenceInterval()!.Value.High < 1)];
        var more = effects.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.Low > 1);
        var undecided = effects.Count - more - less.Count;
        Printed Count(int count, string which) => Printed.Of(Numbers.Format(count), which, effects.Select(effect => effect.Series));
        return $"Mixup ends with more variability within classes (NC1) than no mixup in {Count(more, Statistics.Above)} of {Count(effects.Count, Statistics.All)} {(effects.Count == 1 ? "comparison" : "comparisons")} with three seeds or more, with less in {Count(less.Count, Statistics.Below)}{(less.Count is 1 or 2 ? $" ({Prose.List([.. less.Select(effect => $"{effect.Experiment}: {effect.Name}")])})" : "")}, and {Count(undecided, Statistics.Open)} {(undecided == 1 ? "is" : "are")} undecided: the 95 % interval of their ratio holds 1.";
    }

    /// <summary>
    /// Whether an axis changes the effect, in the experiment that varies it with the most cells, of equal ones that with the most values. What
    /// else varies there is averaged over, as in the interaction that tells. Null where no experiment does.
    /// </summary>
    private static Sentence? Moderated(IReadOnlyList<ExperimentSummary> summaries, List<MixupEffect> effects, string axis, string plural)
    {
        var candidates =
            from effect in effects
            where effect.Levels.Any(level => level.Key == axis)
            group effect by effect.Experiment into experiment
            let levels = experiment.GroupBy(effect => effect.Levels.First(level => level.Key == axis)).ToList()
            where levels.Count > 1
            orderby experiment.SelectMany(effect => effect.Cells).Distinct().Count() descending, levels.Count descending
            select (experiment.Key, Levels: levels);
        if (candidates.FirstOrDefault() is not ({ } name, var of))
            return null;
        var summary = summaries.First(candidate => candidate.Plan.Experiment == name);
        if (Factorial.Of(summary, summary.Axes, [.. summary.Groups.Select(group => group.Axes)], WithinClassVariability.OnTrain.Name, isLogarithmic: true) is not { } factorial)
            return null;
        var interaction = factorial.Variance.Effects.First(effect => effect.Factors.Count == 2 && effect.Factors.Contains(axis) && effect.Factors.Contains(MixupEffect.Axis));
        if (interaction is not { F: { } f, P: { } p })
            return null;
        Printed Part(string text, string statistic) => new(text, new EffectOf(statistic, factorial, interaction));
        Sentence test = $"{name}, {axis} × mixup: F({Part(Numbers.Format(interaction.Squares.DegreesOfFreedom), "df")}, {Part(Numbers.Format(factorial.Variance.Residual.DegreesOfFreedom), "residual-df")}) = {Part(f.ToString("G3", CultureInfo.InvariantCulture), "F")}, p {(p < 0.001 ? "" : "= ")}{Part(PValue.Text(p), "p")}";
        var names = ShortNames.Of(summary);
        var ratios = of.Select(level => (Key: names.Of(level.Key), Mean: MixupEffect.Mean([.. level])!)).Where(level => level.Mean is { Ratio.N: >= 3 }).OrderBy(level => level.Mean!.Value.Ratio.Value).ToList();
        var wild = ratios.Where(level => ForestPlot.IsCut(level.Mean!.Value.Ratio)).Select(level => level.Key).ToList();
        Sentence[] each = [.. ratios.Select(level => (Sentence)$"{ForestPlot.Bracketed(level.Mean!.Value.Ratio, level.Mean.Value.Series)} for {level.Key}")];
        return $"{(p <= 0.05 ? $"The {plural} differ in this" : $"That the {plural} differ in this is not shown")} ({test}). The ratio of NC1 with mixup to that without is {Sentence.List(each)}.{(wild.Count > 0 ? $" The test takes all to scatter alike, which {Prose.List(wild)} {(wild.Count == 1 ? "does" : "do")} not." : "")}";
    }

    private static IEnumerable<Sentence> Theory(IReadOnlyList<ExperimentSummary> summaries)
    {
        var predictions = summaries.SelectMany(summary => GroupPrediction.All(summary).Select(prediction => (Summary: summary, Prediction: prediction)))
            .Where(each => each.Prediction.Comparisons.All(c => c.Difference.N >= 3)).ToList();
        if (predictions.Count == 0)
            yield break;
        var outcomes = TheoryOutcomes.Of([.. predictions.Select(each => each.Prediction)]);
        yield return $"Where theory predicts the place of mixed samples, it agrees with {outcomes.Count(Verdict.Met)} of {outcomes.All} trained {(predictions.Count == 1 ? "combination" : "combinations")}, fails for {outcomes.Count(Verdict.NotMet)} and is undecided for {outcomes.Count(Verdict.Undecided)}{Excess(predictions)}.";
    }

    /// <summary>How far above the optimum, which theory is about, the loss of those ends that miss it.</summary>
    private static Sentence Excess(List<(ExperimentSummary Summary, GroupPrediction Prediction)> predictions)
    {
        var excess = predictions.Where(each => each.Prediction.Verdict == Verdict.NotMet)
            .Where(each => each.Prediction.Group.Find(MixedMetrics.ExcessLoss.Name) is { } row && double.IsFinite(row.Mean))
            .Select(each => (each.Prediction.Group.Find(MixedMetrics.ExcessLoss.Name)!.Mean, Series: Series.Of(each.Summary, each.Prediction.Group, MixedMetrics.ExcessLoss.Name) with { Factor = 100 }))
            .ToList();
        Printed End(double value, string which) => Printed.Of(Numbers.Fixed(100 * value, 0), which, excess.Select(each => each.Series));
        return excess.Count == 0 ? Sentence.Empty
            : $"; theory is about the optimum, and where it fails and the optimum is known ({Printed.Of(Numbers.Format(excess.Count), Statistics.All, excess.Select(each => each.Series))}), the loss ends {End(excess.Min(each => each.Mean), Statistics.Least)} to {End(excess.Max(each => each.Mean), Statistics.Most)} % above it";
    }
}

/// <summary>How many combinations agree with theory, as printed numbers.</summary>
internal sealed record TheoryOutcomes(IReadOnlyList<GroupPrediction> Predictions)
{
    public static TheoryOutcomes Of(IReadOnlyList<GroupPrediction> predictions) => new(predictions);

    public Printed All => Printed.Of(Numbers.Format(Predictions.Count), Statistics.Groups, Series);

    public Printed Count(Verdict verdict) => Printed.Of(
        Numbers.Format(Predictions.Count(prediction => prediction.Verdict == verdict)),
        verdict switch { Verdict.Met => Statistics.Agrees, Verdict.NotMet => Statistics.Fails, _ => Statistics.Undecided },
        Series);

    /// <summary>Measured and predicted, comparison by comparison; those of one combination have the same experiment and cells.</summary>
    private IEnumerable<Series> Series => Predictions.SelectMany(prediction => prediction.Comparisons).SelectMany(comparison => new[] { comparison.Series.Measured, comparison.Series.Predicted });
}
