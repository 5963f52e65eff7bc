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
    public static Sentence? InWords(IReadOnlyList<ExperimentSummary> summaries, List<MixupEffect> effects, string axis, string plural)
    {
        var candidates =
            from effect in effects
            where effect.Levels.Any(level => level.Key == axis)
            group effect by effect.Experiment into experiment
            let levels = experiment.GroupBy(effect => effect.Levels.First(level => level.Key == axis)).ToList()
            where levels.Count > 1
            orderby experiment.SelectMany(effect => effect.Cells).Distinct().Count() descending, levels.Count descending
            select InWords(summaries.First(summary => summary.Plan.Experiment == experiment.Key), levels, axis, plural);
        return candidates.FirstOrDefault(sentence => sentence is not null);
    }

    /// <summary>The same in one experiment; null as long as it cannot be tested there.</summary>
    private static Sentence? InWords(ExperimentSummary summary, List<IGrouping<KeyValuePair<string, string>, MixupEffect>> of, string axis, string plural)
    {
        var name = summary.Plan.Experiment;
        var names = ShortNames.Of(summary);
        // The test takes all to scatter alike: a level of which the seeds do not even agree on the size would drown all others.
        var wild = of.Where(level => level.Any(effect => ForestPlot.IsCut(effect.Ratio))).ToList();
        var steady = of.Except(wild).ToList();
        var points = summary.Plan.Cells.DistinctBy(cell => cell.Point).Select(cell => cell.Axes).Where(point => !wild.Any(level => point.Contains(level.Key))).ToList();
        List<string> factors = [.. summary.Axes.Where(factor => points.Select(point => point.FirstOrDefault(label => label.Key == factor).Value).Distinct().Count() > 1)];
        if (steady.Count < 2 || Factorial.Of(summary, factors, points, WithinClassVariability.OnTrain.Name, isLogarithmic: true) is not { } factorial
            || factorial.Seeds < summary.Plan.Cells.Select(cell => cell.Seed).Distinct().Count()
            || factorial.Variance.Effects.FirstOrDefault(effect => effect.Factors.Count == 2 && effect.Factors.Contains(axis) && effect.Factors.Contains(MixupEffect.Axis)) is not { } interaction)
        {
            return null;
        }

        if (interaction is not { F: { } f, P: { } p })
            return null;
        Printed Part(string text, string statistic) => new(text, new EffectOf(statistic, factorial, interaction));
        Sentence test = $"{axis} × mixup in {name}: F({Part(Numbers.Format(interaction.Squares.DegreesOfFreedom), "df")},\u00a0{Part(Numbers.Format(factorial.Variance.Residual.DegreesOfFreedom), "residual-df")}) = {Part(AnalysisTable.F(f), "F")}, p {(p < 0.001 ? "" : "= ")}{Part(PValue.Text(p), "p")}";
        Sentence[] each = [.. steady.Select(level => (Key: names.Of(level.Key), Mean: SeedRatio.Mean([.. level.Select(effect => effect.Nc1)]))).Where(level => level.Mean is { Estimate.IsJudged: true })
            .OrderBy(level => level.Mean!.Estimate.Value).Select(level => (Sentence)$"{ForestPlot.Bracketed(level.Mean!.Estimate, level.Mean.Series)} for {level.Key}")];
        return Sentence.Paragraph([
            $"{(p <= 0.05 ? $"The {plural} differ in this" : $"That the {plural} differ in this is not shown")} ({test}). The ratio of NC1 with mixup to that without is {Sentence.List(each)} (mean and 95\u00a0% interval).",
            .. wild.Select(level => LeftOut(summary, names.Of(level.Key), level)),
        ]);
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
