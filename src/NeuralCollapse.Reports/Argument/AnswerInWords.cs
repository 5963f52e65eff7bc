using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the recorded experiments answer, in a few sentences with intervals.</summary>
internal static class AnswerInWords
{
    /// <summary>What other than mixup a reader asks about first, by the name of its axis.</summary>
    private static readonly IReadOnlyList<(string Axis, string Plural)> Asked = [("loss", "loss functions"), ("model", "architectures")];

    /// <summary>Paragraphs; none where no experiment sets mixup against none with at least three seeds.</summary>
    public static IReadOnlyList<Sentence> Of(Evidence evidence)
    {
        var known = evidence.Effects.Where(effect => effect.Ratio.IsJudged).ToList();
        if (known.Count == 0 || evidence.Primary is not { } primary)
            return [];
        List<MixupEffect> told = [.. known.Where(effect => effect.Experiment == primary.Plan.Experiment)];
        var moderated = Asked.Select(asked => ModeratedEffect.InWords(evidence, known, asked.Axis, asked.Plural)).ToList();
        var together = ModeratedEffect.Together(evidence, known, Asked[0].Axis, Asked[1].Axis);
        return
        [
            Sentence.Paragraph([Lead(told, moderated, together), Overall(primary, told)]),
            .. moderated.Zip(Asked, (found, asked) => Sentence.Paragraph([
                found?.Words ?? $"Whether {asked.Plural} differ in this is open: no experiment that varies them is recorded so that it can be tested.",
                asked == Asked[^1] && together is not null ? together.Words : Sentence.Empty,
            ])),
            Sentence.Paragraph([UnfoldingSection.AfterTheBeginning(primary), UnfoldingSection.Nearer(primary, known, Equiangularity.OfMeans, "The angles between class means (NC2) are nearer to those of a simplex")]),
            Sentence.Paragraph(TheoryInWords.Of(evidence)),
            Elsewhere(known, evidence),
        ];
    }

    /// <summary>The question in short; empty as long as a part of it is open.</summary>
    private static Sentence Lead(List<MixupEffect> effects, List<Moderation?> moderated, Moderation? together)
    {
        if (moderated.Contains(null))
            return Sentence.Empty;
        bool AllAre(Func<Interval, bool> side) => effects.All(effect => side(effect.Ratio.ConfidenceInterval()!.Value));
        var does = AllAre(interval => interval.Low > 1) ? "leaves networks less collapsed" : AllAre(interval => interval.High < 1) ? "leaves networks more collapsed" : "changes how far networks collapse";
        var (shown, open) = (Names(isShown: true), Names(isShown: false));
        List<string> Names(bool isShown) => [.. Asked.Where((_, i) => moderated[i]!.IsShown == isShown).Select(asked => asked.Plural)];
        return open.Count == 0 ? (Sentence)$"Mixup {does}; both {Prose.List(shown)} change by how much{(together is { IsShown: true } ? ", and what one of them changes depends on the other" : "")}."
            : shown.Count == 0 ? (Sentence)$"Mixup {does}; that {string.Join(" or ", open)} change by how much is not shown."
            : $"Mixup {does}; {Prose.List(shown)} change by how much, and that {Prose.List(open)} do is not shown.";
    }

    /// <summary>How much, on what, and how well they fit.</summary>
    private static Sentence Overall(ExperimentSummary primary, List<MixupEffect> effects)
    {
        var steady = effects.Where(effect => !ForestPlot.IsCut(effect.Ratio)).ToList();
        if (steady.Count == 0)
            return Sentence.Empty;
        var ids = steady.SelectMany(effect => effect.Cells).ToHashSet(StringComparer.Ordinal);
        Printed Ratio(Func<IEnumerable<double>, double> end, string statistic) =>
            Printed.Of(ForestPlot.Text(end(steady.Select(effect => effect.Ratio.Value))), statistic, steady.Select(effect => effect.Nc1.Series));
        return Sentence.Paragraph([
            $"In {Prose.Quoted(primary.Plan.Experiment)} ({Trainings.InWords(primary with { Groups = [.. primary.Groups.Where(group => group.Cells.Any(cell => ids.Contains(cell.Id)))] })}, {Seeds(primary.Plan.Experiment, steady)} seeds) networks trained with mixup end with {Ratio(Enumerable.Min, Statistics.Least)} to {Ratio(Enumerable.Max, Statistics.Most)} times the variability within classes (NC1) of networks trained without{(steady.Count < effects.Count ? ", where seeds agree on it at all" : "")}.",
            Fit(primary, steady),
        ]);
    }

    /// <summary>How many seeds are behind some effects.</summary>
    private static Printed Seeds(string experiment, List<MixupEffect> effects) => new(
        Numbers.Format(effects.SelectMany(effect => effect.Nc1.Cells.Keys).Distinct().Count()), new CellsOf("seeds", experiment, [.. effects.SelectMany(effect => effect.Cells).Distinct()]));

    /// <summary>Networks that mix fit the images themselves less well: an effect at equal epochs is not one at equal fit.</summary>
    private static Sentence Fit(ExperimentSummary primary, List<MixupEffect> effects)
    {
        var metric = Accuracy.OnTrain.Name;
        Sentence Range(Func<SeedCells, IReadOnlyList<string>> side)
        {
            var groups = primary.Groups.Where(group => group.Find(metric) is not null && effects.Any(effect => effect.Nc1.Cells.Values.Any(seed => side(seed).Any(id => group.Cells.Any(cell => cell.Id == id))))).ToList();
            Printed End(Func<IEnumerable<double>, double> end, string statistic) =>
                Printed.Of(Numbers.Fixed(100 * end(groups.Select(group => group.Find(metric)!.Mean)), 1), statistic, groups.Select(group => Series.Of(primary, group, metric)));
            return groups.Count == 0 ? Sentence.Empty : $"{End(Enumerable.Min, Statistics.Least)} to {End(Enumerable.Max, Statistics.Most)}\u00a0%";
        }

        var (with, without) = (Range(seed => seed.Of), Range(seed => seed.Against));
        return with.IsEmpty || without.IsEmpty ? Sentence.Empty
            : $"They classify {with} of the unmixed training images right, those without {without}: this compares equal epochs, not equal fit.";
    }

    /// <summary>All comparisons together, and how predictions fare.</summary>
    private static Sentence Elsewhere(List<MixupEffect> effects, Evidence evidence)
    {
        var mixing = effects.Where(effect => effect.MixesImages).DistinctBy(effect => string.Join(' ', effect.Cells.Order(StringComparer.Ordinal))).ToList(); // experiments share cells
        Printed Count(int count, string which) => Printed.Of(Numbers.Format(count), which, mixing.Select(effect => effect.Nc1.Series));
        var (more, less) = (mixing.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.Low > 1), mixing.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.High < 1));
        var experiments = mixing.Select(effect => effect.Experiment).Distinct().Count();
        Sentence all = experiments < 2 ? Sentence.Empty
            : $"Over all {Numbers.Format(experiments)} experiments that set mixup against none with three seeds or more, NC1 is larger with it in {Count(more, Statistics.Above)} of {Count(mixing.Count, Statistics.All)} comparisons, smaller in {Count(less, Statistics.Below)} and undecided in {Count(mixing.Count - more - less, Statistics.Open)}; they share data and baselines, and their intervals are not corrected for their number.";
        return Sentence.Paragraph([all, MethodsSection.Beforehand(evidence), UnderWay(evidence)]);
    }

    /// <summary>What is told here of an experiment before all of it is recorded may still change.</summary>
    private static Sentence UnderWay(Evidence evidence)
    {
        Sentence[] each = [.. evidence.All.Where(summary => summary.Cells.Count() < summary.Plan.Cells.Count).Select(summary => (Sentence)$"{Prose.Quoted(summary.Plan.Experiment)}, {MethodsSection.Recorded(summary)} cells")];
        return each.Length == 0 ? Sentence.Empty : $"Still under way, and told as far as recorded: {Sentence.List(each, "; ")}.";
    }
}
