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
        return known.Count == 0 ? [] : [Overall(known), .. Asked.Select(asked => Moderated(summaries, known, asked.Axis, asked.Plural)).OfType<string>(), .. Theory(summaries)];
    }

    private static string Overall(List<MixupEffect> effects)
    {
        var (more, less) = (effects.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.Low > 1), effects.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.High < 1));
        return $"Mixup ends with more variability within classes (NC1) than no mixup in {Numbers.Format(more)} of {Prose.Count(effects.Count, "comparison")} with three seeds or more" +
            $", with less in {Numbers.Format(less)}, and {Numbers.Format(effects.Count - more - less)} {(effects.Count - more - less == 1 ? "is" : "are")} undecided.";
    }

    /// <summary>Whether an axis changes the effect, from the experiment that varies it with the most cells; null where none does.</summary>
    private static string? Moderated(IReadOnlyList<ExperimentSummary> summaries, List<MixupEffect> effects, string axis, string plural)
    {
        var of = effects.Where(effect => effect.Levels.Any(level => level.Key == axis)).GroupBy(effect => effect.Experiment)
            .Where(group => group.Select(effect => LevelOf(effect, axis)).Distinct().Count() > 1).MaxBy(group => group.Sum(effect => effect.Cells.Count));
        if (of is null || Interaction(summaries.First(summary => summary.Plan.Experiment == of.Key), axis) is not { F: { } f, P: { } p } interaction)
            return null;
        var (least, most) = (of.MinBy(effect => effect.Ratio.Value)!, of.MaxBy(effect => effect.Ratio.Value)!);
        return $"{(p <= 0.05 ? $"The {plural} differ in this" : $"That the {plural} differ in this is not shown")} ({of.Key}, {axis} × mixup: " +
            $"F({Numbers.Format(interaction.Squares.DegreesOfFreedom)}) = {f.ToString("G3", CultureInfo.InvariantCulture)}, p {(p < 0.001 ? "< 0.001" : $"= {Numbers.Fixed(p, 3)}")}): " +
            $"the ratio of NC1 goes from {Ratio(least)} for {least.Name} to {Ratio(most)} for {most.Name}.";
    }

    /// <summary>That of the axis with mixup, in the full factorial of the logarithm of NC1 with seeds as blocks; null where a value is missing.</summary>
    private static FactorEffect? Interaction(ExperimentSummary summary, string axis)
    {
        var measured = new MeasuredPoints(summary);
        var observations = (
            from @group in summary.Groups
            from value in measured.Values(@group.Axes, WithinClassVariability.OnTrain.Name, epoch: null)
            where value.Value > 0 && double.IsFinite(value.Value)
            select new Observation([.. summary.Axes.Select(name => @group.Axes.First(a => a.Key == name).Value)], value.Key, Math.Log(value.Value))).ToList();
        var seeds = observations.Select(o => o.Seed).Distinct().Count();
        var isWhole = seeds > 1 && observations.Count == seeds * summary.Axes.Aggregate(1, (product, name) => product * summary.Groups.Select(g => g.Axes.First(a => a.Key == name).Value).Distinct().Count());
        return !isWhole ? null : AnalysisOfVariance.Of(summary.Axes, observations, seedsAreBlocks: true).Effects
            .FirstOrDefault(effect => effect.Factors.Count == 2 && effect.Factors.Contains(axis) && effect.Factors.Contains(Mixup));
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

    /// <summary>How far from the optimum, which theory is about, those are that miss it.</summary>
    private static string Excess(List<GroupPrediction> predictions)
    {
        var excess = predictions.Where(prediction => prediction.Verdict == Verdict.NotMet)
            .Select(prediction => prediction.Group.Find(MixedMetrics.ExcessLoss.Name)?.Mean).OfType<double>().Where(double.IsFinite).Order().ToList();
        return excess.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; but those that it fails for are not at the optimum it is about: their loss exceeds it by {100 * excess[0]:0} to {100 * excess[^1]:0} %");
    }

    private static string LevelOf(MixupEffect effect, string axis) => effect.Levels.First(level => level.Key == axis).Value;

    private static string Ratio(MixupEffect effect) => effect.Ratio.ConfidenceInterval()!.Value is var interval
        ? string.Create(CultureInfo.InvariantCulture, $"{effect.Ratio.Value:0.00} [{interval.Low:0.00}, {interval.High:0.00}]")
        : "";
}
