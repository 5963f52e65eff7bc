using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Whether the loss, or the architecture, changes what mixup does to NC1.</summary>
internal static class ModeratedEffect
{
    /// <summary>
    /// Whether an axis changes the effect, in the experiment that varies it with the most cells, of equal ones that with the most values, where
    /// all of them are recorded. What else varies there is averaged over, as in the interaction that tells. Null where no experiment does.
    /// </summary>
    public static Moderation? InWords(Evidence evidence, List<MixupEffect> effects, string axis, string plural)
    {
        var candidates =
            from effect in effects
            where effect.Levels.Any(level => level.Key == axis)
            group effect by effect.Experiment into experiment
            let levels = experiment.GroupBy(effect => effect.Levels.First(level => level.Key == axis)).ToList()
            where levels.Count > 1
            orderby experiment.SelectMany(effect => effect.Cells).Distinct().Count() descending, levels.Count descending
            select InWords(evidence, evidence.Of(experiment.Key), levels, axis, plural);
        return candidates.FirstOrDefault(found => found is not null);
    }

    /// <summary>
    /// Whether what one axis changes depends on another, in the experiment that varies both with the most cells, and between which values the
    /// effect lies at each value of the other. Null where no experiment can tell.
    /// </summary>
    public static Moderation? Together(Evidence evidence, List<MixupEffect> effects, string axis, string other)
    {
        var candidates =
            from effect in effects
            where effect.Levels.Any(level => level.Key == axis) && effect.Levels.Any(level => level.Key == other)
            group effect by effect.Experiment into experiment
            orderby experiment.SelectMany(effect => effect.Cells).Distinct().Count() descending
            select Together(evidence, evidence.Of(experiment.Key), [.. experiment], axis, other);
        return candidates.FirstOrDefault(found => found is not null);
    }

    private static Moderation? Together(Evidence evidence, ExperimentSummary summary, List<MixupEffect> effects, string axis, string other)
    {
        var wild = effects.Where(effect => ForestPlot.IsCut(effect.Ratio)).Select(effect => Level(effect, axis)).ToHashSet();
        if (Interaction.Of(summary, wild, axis, other) is not { } interaction)
            return null;
        if (!interaction.IsShown)
            return new(false, $"That it depends on the {other} what the {axis} does is not shown ({interaction.Test(evidence)}).");
        var names = ShortNames.Of(summary);
        Sentence Range(IReadOnlyList<MixupEffect> at)
        {
            Sentence End(MixupEffect effect, string statistic) =>
                $"{Printed.Of(ForestPlot.Text(effect.Ratio.Value), statistic, at.Select(each => each.Nc1.Series))} for {names.Of(Level(effect, axis))}";
            return $"from {End(at.MinBy(effect => effect.Ratio.Value)!, Statistics.Least)} to {End(at.MaxBy(effect => effect.Ratio.Value)!, Statistics.Most)}";
        }

        Sentence[] each = [.. effects.Where(effect => !wild.Contains(Level(effect, axis))).GroupBy(effect => Level(effect, other)).Select(at => (Sentence)$"{Range([.. at])} in {names.Of(at.Key)}")];
        return new(true, $"What the {axis} does depends on the {other} ({interaction.Test(evidence)}): the ratio goes {Sentence.List(each)}.");
    }

    private static KeyValuePair<string, string> Level(MixupEffect effect, string axis) => effect.Levels.First(level => level.Key == axis);

    /// <summary>The same in one experiment; null as long as it cannot be tested there.</summary>
    private static Moderation? InWords(Evidence evidence, ExperimentSummary summary, List<IGrouping<KeyValuePair<string, string>, MixupEffect>> of, string axis, string plural)
    {
        var names = ShortNames.Of(summary);
        // The test takes all to scatter alike: a level of which the seeds do not even agree on the size would drown all others.
        var wild = of.Where(level => level.Any(effect => ForestPlot.IsCut(effect.Ratio))).ToList();
        var steady = of.Except(wild).ToList();
        if (steady.Count < 2 || Interaction.Of(summary, [.. wild.Select(level => level.Key)], axis) is not { } interaction)
            return null;
        Sentence[] each = [.. steady.Select(level => (Key: names.Of(level.Key), Mean: SeedRatio.Mean([.. level.Select(effect => effect.Nc1)]))).Where(level => level.Mean is { Estimate.IsJudged: true })
            .OrderBy(level => level.Mean!.Estimate.Value).Select(level => (Sentence)$"{ForestPlot.Bracketed(level.Mean!.Estimate, level.Mean.Series)} for {level.Key}")];
        return new(interaction.IsShown, Sentence.Paragraph([
            $"{(interaction.IsShown ? $"The {plural} differ in this" : $"That the {plural} differ in this is not shown")} ({interaction.Test(evidence)}): the mean ratio [95\u00a0% interval] is {Sentence.List(each)}.",
            .. wild.Select(level => LeftOut(summary, names.Of(level.Key), level)),
        ]));
    }

    /// <summary>What some axes change together in what mixup does to NC1.</summary>
    private sealed record Interaction(Factorial Analysis, FactorEffect Effect)
    {
        public bool IsShown => Effect.P <= 0.05;

        /// <summary>Its axes, the experiment where it is not the primary one, and how sure it is.</summary>
        public Sentence Test(Evidence evidence)
        {
            Printed Part(string text, string statistic) => new(text, new EffectOf(statistic, Analysis, Effect));
            var (f, p) = (Effect.F!.Value, Effect.P!.Value);
            var experiment = Analysis.Experiment == evidence.Primary?.Plan.Experiment ? "" : $" in {Prose.Quoted(Analysis.Experiment)}";
            return $"{string.Join(" × ", Effect.Factors)}{experiment}: F({Part(Numbers.Format(Effect.Squares.DegreesOfFreedom), "df")},\u00a0{Part(Numbers.Format(Analysis.Variance.Residual.DegreesOfFreedom), "residual-df")}) = {Part(AnalysisTable.F(f), "F")}, p {(p < 0.001 ? "" : "= ")}{Part(PValue.Text(p), "p")}";
        }

        /// <summary>By the full factorial analysis of all that varies, of all seeds. Null as long as a level or a seed is not recorded.</summary>
        /// <param name="summary">The experiment.</param>
        /// <param name="leftOut">Levels that take no part.</param>
        /// <param name="axes">Those asked about, besides mixup.</param>
        public static Interaction? Of(ExperimentSummary summary, IReadOnlyCollection<KeyValuePair<string, string>> leftOut, params IReadOnlyList<string> axes)
        {
            var points = summary.Plan.Cells.DistinctBy(cell => cell.Point).Select(cell => cell.Axes).Where(point => !leftOut.Any(point.Contains)).ToList();
            List<string> factors = [.. summary.Axes.Where(factor => points.Select(point => point.FirstOrDefault(label => label.Key == factor).Value).Distinct().Count() > 1)];
            return Factorial.Of(summary, factors, points, WithinClassVariability.OnTrain.Name, isLogarithmic: true) is { } analysis
                && analysis.Seeds == summary.Plan.Cells.Select(cell => cell.Seed).Distinct().Count()
                && analysis.Variance.Effects.FirstOrDefault(effect => effect.Factors.ToHashSet().SetEquals([.. axes, MixupEffect.Axis])) is { F: not null, P: not null } effect
                    ? new(analysis, effect)
                    : null;
        }
    }

    /// <summary>A level that takes no part in the test, with how well its seeds end.</summary>
    private static Sentence LeftOut(ExperimentSummary summary, string name, IEnumerable<MixupEffect> effects)
    {
        var ids = effects.SelectMany(effect => effect.Nc1.Cells.Values).SelectMany(seed => seed.Of).ToHashSet();
        List<Series> series = [.. summary.Groups.Where(group => group.Cells.Any(cell => ids.Contains(cell.Id)) && group.Find(Accuracy.OnTest.Name) is not null).Select(group => Series.Of(summary, group, Accuracy.OnTest.Name))];
        var accuracies = summary.Groups.SelectMany(group => group.Cells).Where(cell => ids.Contains(cell.Id)).Select(cell => cell.Final.Find(Accuracy.OnTest.Name)).OfType<double>().ToList();
        return accuracies.Count == 0
            ? (Sentence)$"Left out is {name}, whose seeds do not agree on the size of it."
            : $"Left out is {name}: with mixup its seeds end at {Printed.Of(Numbers.Fixed(100 * accuracies.Min(), 0), Statistics.Smallest, series)} to {Printed.Of(Numbers.Fixed(100 * accuracies.Max(), 0), Statistics.Largest, series)}\u00a0% test accuracy and do not agree on NC1.";
    }
}

/// <summary>What an axis, or several, change in the effect of mixup.</summary>
/// <param name="IsShown">Whether the seeds show that they change it.</param>
/// <param name="Words">How much, and how sure it is.</param>
internal sealed record Moderation(bool IsShown, Sentence Words);
