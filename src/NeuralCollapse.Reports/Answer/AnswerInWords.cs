using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the recorded experiments answer, in a few sentences with intervals.</summary>
internal static class AnswerInWords
{
    private const string Mixup = "mixup";

    /// <summary>What other than mixup a reader asks about first, by the name of its axis.</summary>
    private static readonly IReadOnlyList<(string Axis, string Plural)> Asked = [("loss", "loss functions"), ("model", "architectures")];

    /// <summary>Sentences; none where no experiment sets mixup against none with at least three seeds.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ExperimentSummary> summaries, IReadOnlyList<MixupEffect> effects)
    {
        var known = effects.Where(effect => effect.Ratio.N >= 3).ToList();
        return known.Count == 0 ? [] : [
            Overall(known),
            .. Asked.Select(asked => Moderated(summaries, known, asked.Axis, asked.Plural) ?? $"Whether {asked.Plural} differ in this is open: no experiment with all its cells recorded varies them."),
            .. Theory(summaries),
        ];
    }

    private static string Overall(List<MixupEffect> effects)
    {
        List<MixupEffect> less = [.. effects.Where(effect => effect.Ratio.ConfidenceInterval()!.Value.High < 1)];
        var more = effects.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.Low > 1);
        var undecided = effects.Count - more - less.Count;
        return $"Mixup ends with more variability within classes (NC1) than no mixup in {Numbers.Format(more)} of {Prose.Count(effects.Count, "comparison")} with three seeds or more, " +
            $"with less in {Numbers.Format(less.Count)}{(less.Count is 1 or 2 ? $" ({Prose.List([.. less.Select(effect => $"{effect.Experiment}: {effect.Name}")])})" : "")}, " +
            $"and {Numbers.Format(undecided)} {(undecided == 1 ? "is" : "are")} undecided: the 95 % interval of their ratio holds 1.";
    }

    /// <summary>
    /// Whether an axis changes the effect, in the experiment that varies it with the most cells, of equal ones that with the most values. What
    /// else varies there is averaged over, as in the interaction that tells. Null where no experiment does.
    /// </summary>
    private static string? Moderated(IReadOnlyList<ExperimentSummary> summaries, List<MixupEffect> effects, string axis, string plural)
    {
        var candidates =
            from effect in effects
            where effect.Levels.Any(level => level.Key == axis)
            group effect by effect.Experiment into experiment
            let levels = experiment.GroupBy(effect => GroupName.Of(effect.Levels.First(level => level.Key == axis))).ToList()
            where levels.Count > 1
            orderby experiment.SelectMany(effect => effect.Cells).Distinct().Count() descending, levels.Count descending
            select (experiment.Key, Levels: levels);
        if (candidates.FirstOrDefault() is not ({ } name, var of))
            return null;
        var summary = summaries.First(candidate => candidate.Plan.Experiment == name);
        if (Factorial.Of(new(summary), summary.Axes, [.. summary.Groups.Select(group => group.Axes)], WithinClassVariability.OnTrain.Name, isLogarithmic: true)?.Variance is not { } variance)
            return null;
        var interaction = variance.Effects.First(effect => effect.Factors.Count == 2 && effect.Factors.Contains(axis) && effect.Factors.Contains(Mixup));
        if (interaction is not { F: { } f, P: { } p })
            return null;
        var test = $"{name}, {axis} × mixup: F({Numbers.Format(interaction.Squares.DegreesOfFreedom)}, {Numbers.Format(variance.Residual.DegreesOfFreedom)}) = " +
            $"{f.ToString("G3", CultureInfo.InvariantCulture)}, p {(p < 0.001 ? "" : "= ")}{PValue.Text(p)}";
        var ratios = of.Select(level => (level.Key, Mean: MixupEffect.Mean([.. level])!)).Where(level => level.Mean is { N: >= 3 }).OrderBy(level => level.Mean.Value).ToList();
        var wild = ratios.Where(level => ForestPlot.IsCut(level.Mean)).Select(level => level.Key).ToList();
        return $"{(p <= 0.05 ? $"The {plural} differ in this" : $"That the {plural} differ in this is not shown")} ({test}). The ratio of NC1 with mixup to that without is " +
            $"{Prose.List([.. ratios.Select(level => $"{Ratio(level.Mean)} for {level.Key}")])}." +
            (wild.Count > 0 ? $" The test takes all to scatter alike, which {Prose.List(wild)} {(wild.Count == 1 ? "does" : "do")} not." : "");
    }

    private static IEnumerable<string> Theory(IReadOnlyList<ExperimentSummary> summaries)
    {
        var predictions = summaries.SelectMany(GroupPrediction.All).Where(prediction => prediction.Comparisons.All(c => c.Difference.N >= 3)).ToList();
        if (predictions.Count == 0)
            yield break;
        int Count(Verdict verdict) => predictions.Count(prediction => prediction.Verdict == verdict);
        yield return $"Where theory predicts the place of mixed samples, it agrees with {Numbers.Format(Count(Verdict.Met))} of {Prose.Count(predictions.Count, "trained combination")}, " +
            $"fails for {Numbers.Format(Count(Verdict.NotMet))} and is undecided for {Numbers.Format(Count(Verdict.Undecided))}{Excess(predictions)}.";
    }

    /// <summary>How far above the optimum, which theory is about, the loss of those ends that miss it.</summary>
    private static string Excess(List<GroupPrediction> predictions)
    {
        var excess = predictions.Where(prediction => prediction.Verdict == Verdict.NotMet)
            .Select(prediction => prediction.Group.Find(MixedMetrics.ExcessLoss.Name)?.Mean).OfType<double>().Where(double.IsFinite).Order().ToList();
        return excess.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"; theory is about the optimum, and where it fails and the optimum is known ({excess.Count}), the loss ends {100 * excess[0]:0} to {100 * excess[^1]:0} % above it");
    }

    private static string Ratio(Estimate ratio) => ratio.ConfidenceInterval()!.Value is var interval
        ? $"{ForestPlot.Text(ratio.Value)} [{ForestPlot.Text(interval.Low)}, {ForestPlot.Text(interval.High)}]"
        : "";
}
