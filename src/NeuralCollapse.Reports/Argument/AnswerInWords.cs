using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

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
        return
        [
            Overall(primary, [.. known.Where(effect => effect.Experiment == primary.Plan.Experiment)]),
            .. Asked.Select(asked => Moderated(evidence.All, known, asked.Axis, asked.Plural) ?? $"Whether {asked.Plural} differ in this is open: no experiment that varies them is recorded so that it can be tested."),
            Sentence.Paragraph([UnfoldingSection.AfterTheBeginning(primary), Simplex(primary, known)]),
            Sentence.Paragraph(Theory(evidence)),
            Elsewhere(known, evidence),
        ];
    }

    /// <summary>How much, on what, and how well they fit.</summary>
    private static Sentence Overall(ExperimentSummary primary, List<MixupEffect> effects)
    {
        var steady = effects.Where(effect => !ForestPlot.IsCut(effect.Ratio)).ToList();
        if (steady.Count == 0)
            return Sentence.Empty;
        Printed Ratio(Func<IEnumerable<double>, double> end, string statistic) =>
            Printed.Of(ForestPlot.Text(end(steady.Select(effect => effect.Ratio.Value))), statistic, steady.Select(effect => effect.Nc1.Series));
        return Sentence.Paragraph([
            $"In {primary.Plan.Experiment} ({Trainings.InWords(primary)}, {Seeds(primary.Plan.Experiment, steady)} seeds) networks trained with mixup end with {Ratio(Enumerable.Min, Statistics.Least)} to {Ratio(Enumerable.Max, Statistics.Most)} times the variability within classes (NC1) of networks trained without{(steady.Count < effects.Count ? ", where seeds agree on it at all" : "")}.",
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

    /// <summary>
    /// Whether an axis changes the effect, in the experiment that varies it with the most cells, of equal ones that with the most values, where
    /// all of them are recorded. What else varies there is averaged over, as in the interaction that tells. Null where no experiment does.
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
            select Moderated(summaries.First(summary => summary.Plan.Experiment == experiment.Key), levels, axis, plural);
        return candidates.FirstOrDefault(sentence => sentence is not null);
    }

    /// <summary>The same in one experiment; null as long as it cannot be tested there.</summary>
    private static Sentence? Moderated(ExperimentSummary summary, List<IGrouping<KeyValuePair<string, string>, MixupEffect>> of, string axis, string plural)
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

    /// <summary>What mixup does to the angles between class means, loss by loss.</summary>
    private static Sentence Simplex(ExperimentSummary primary, List<MixupEffect> effects)
    {
        var metric = Equiangularity.OfMeans.Name;
        var (measured, names) = (primary.Groups.SelectMany(group => group.Cells).ToDictionary(cell => cell.Id, cell => cell.Final.Find(metric), StringComparer.Ordinal), ShortNames.Of(primary));
        var known = effects.Where(effect => effect.Experiment == primary.Plan.Experiment && !ForestPlot.IsCut(effect.Ratio)
            && effect.Nc1.Cells.Values.All(seed => seed.Of.Concat(seed.Against).All(id => measured[id] is { } value && double.IsFinite(value)))).ToList();
        if (known.Count == 0)
            return Sentence.Empty;
        var differences = known.Select(effect => (
            Name: names.Of(effect.Levels),
            Difference: new SeedPairs(effect.Nc1.Cells.ToDictionary(seed => seed.Key, seed => measured[seed.Value.Of[0]]!.Value), effect.Nc1.Cells.ToDictionary(seed => seed.Key, seed => measured[seed.Value.Against[0]]!.Value)).Difference,
            Series: new Series { Experiment = primary.Plan.Experiment, Column = metric, Compare = Contrast.Difference, Seeds = effect.Nc1.Series.Seeds })).ToList();
        var (nearer, further) = (differences.Where(each => each.Difference.ConfidenceInterval()!.Value.High < 0).ToList(), differences.Where(each => each.Difference.ConfidenceInterval()!.Value.Low > 0).ToList());
        string Named(IReadOnlyList<string> which) => which.Count is 0 or > 4 ? "" : $" ({Prose.List(which)})";
        Printed Count(int count, string statistic) => Printed.Of(Numbers.Format(count), statistic, differences.Select(each => each.Series));
        return $"The angles between class means (NC2) are nearer to those of a simplex with mixup than without in {Count(nearer.Count, Statistics.Negative)} of {Count(differences.Count, Statistics.All)} settings{Named([.. nearer.Select(each => each.Name)])} and further from them in {Count(further.Count, Statistics.Positive)}{Named([.. further.Select(each => each.Name)])}.";
    }

    private static IEnumerable<Sentence> Theory(Evidence evidence)
    {
        var predictions = evidence.Trained.SelectMany(summary => GroupPrediction.All(summary).Select(prediction => (Summary: summary, Prediction: prediction)))
            .Where(each => each.Prediction.Comparisons.All(c => c.Difference.IsJudged)).ToList();
        if (predictions.Count == 0)
            yield break;
        var outcomes = TheoryOutcomes.Of([.. predictions.Select(each => each.Prediction)]);
        yield return $"Of {outcomes.All} settings with three seeds or more of which theory says where mixed features lie, {outcomes.Count(Verdict.Met)} agree with it within {Numbers.Format(Comparison.Tolerance)} in all of A and β/α that it gives, {outcomes.Count(Verdict.NotMet)} do not, and {outcomes.Count(Verdict.Undecided)} {(predictions.Count(each => each.Prediction.Verdict == Verdict.Undecided) == 1 ? "is" : "are")} undecided{Excess(predictions)}.";
        yield return Order(evidence);
    }

    /// <summary>Whether the losses of the primary experiment come in the predicted order, where it has three or more of one setting each.</summary>
    private static Sentence Order(Evidence evidence)
    {
        if (evidence.Primary is not { } primary)
            return Sentence.Empty;
        var (names, predictions) = (ShortNames.Of(primary), GroupPrediction.All(primary));
        var losses = evidence.Mixing.Select(group => (Group: group, predictions.FirstOrDefault(p => p.Group == group)?.Amplification))
            .Where(each => each.Amplification is { Difference.IsJudged: true })
            .GroupBy(each => each.Group.Axes.FirstOrDefault(axis => axis.Key == "loss"))
            .Where(loss => loss.Key.Key is not null)
            .Select(loss => (Name: names.Of(loss.Key), Measured: loss.Average(each => each.Amplification!.Measured.Mean), Predicted: loss.Average(each => each.Amplification!.Predicted.Mean), Series: loss.Select(each => each.Amplification!.Series.Measured).ToList()))
            .OrderByDescending(loss => loss.Measured).ToList();
        if (losses.Count < 3)
            return Sentence.Empty;
        var isPredicted = losses.Zip(losses.Skip(1)).All(pair => pair.First.Predicted >= pair.Second.Predicted - Comparison.Tolerance); // alike, any order is right
        Sentence[] each = [.. losses.Select(loss => (Sentence)$"{loss.Name} {Printed.Of(Numbers.Fixed(loss.Measured, 2), Statistics.MeanOfMeans, loss.Series)}")];
        return $"The losses' means of A are {(isPredicted ? "" : "not ")}in the predicted order: {Sentence.List(each, " > ")}.";
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
            : $"; theory is about an optimum, and the loss of those that do not agree ends {End(excess.Min(each => each.Mean), Statistics.Least)} to {End(excess.Max(each => each.Mean), Statistics.Most)}\u00a0% above it";
    }

    /// <summary>All comparisons together, and how predictions fare.</summary>
    private static Sentence Elsewhere(List<MixupEffect> effects, Evidence evidence)
    {
        var mixing = effects.Where(effect => effect.MixesImages).ToList();
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
        Sentence[] each = [.. evidence.All.Where(summary => summary.Cells.Count() < summary.Plan.Cells.Count).Select(summary => (Sentence)$"{summary.Plan.Experiment}, {MethodsSection.Recorded(summary)} cells")];
        return each.Length == 0 ? Sentence.Empty : $"Still under way, and told as far as recorded: {Sentence.List(each, "; ")}.";
    }
}
