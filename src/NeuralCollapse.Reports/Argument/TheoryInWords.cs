using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>How many settings end where theory says, in which order, and how far the others are from the optimum that it is about.</summary>
internal static class TheoryInWords
{
    public static IEnumerable<Sentence> Of(Evidence evidence)
    {
        var predictions = evidence.Trained.SelectMany(summary => GroupPrediction.All(summary).Select(prediction => (Summary: summary, Prediction: prediction)))
            .Where(each => each.Prediction.Comparisons.All(c => c.Difference.IsJudged))
            .DistinctBy(each => string.Join(' ', each.Prediction.Group.Cells.Select(cell => cell.Id).Order(StringComparer.Ordinal))).ToList(); // experiments share cells
        if (predictions.Count == 0)
            yield break;
        var outcomes = TheoryOutcomes.Of([.. predictions.Select(each => each.Prediction)]);
        yield return $"Of {outcomes.All} settings with three seeds or more for which theory predicts where mixed features lie, {outcomes.Count(Verdict.Met)} agree with it within {Numbers.Format(Comparison.Tolerance)} in all of A and β/α that it gives, {outcomes.Count(Verdict.NotMet)} do not, and {outcomes.Count(Verdict.Undecided)} {(predictions.Count(each => each.Prediction.Verdict == Verdict.Undecided) == 1 ? "is" : "are")} undecided{Excess(predictions)}.";
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
        return $"The losses' means of A are {(isPredicted ? "" : "not ")}in the predicted order: {Sentence.List(each, " > ")}{Without(primary, names, [.. losses.Select(loss => loss.Name)])}.";
    }

    /// <summary>The same without mixup, which may have the order already; empty where that is not recorded of each loss.</summary>
    private static Sentence Without(ExperimentSummary primary, ShortNames names, List<string> losses)
    {
        var metric = MixedMetrics.AmplificationAtHalf.Name;
        var unmixed = primary.Groups.Where(group => !MixupEffect.IsMixed(group) && group.Find(metric) is { } row && double.IsFinite(row.Mean))
            .ToLookup(group => names.Of(group.Axes.FirstOrDefault(axis => axis.Key == "loss")));
        if (losses.Any(loss => !unmixed.Contains(loss)))
            return Sentence.Empty;
        Sentence[] each = [.. losses.Select(loss => (Sentence)$"{Printed.Of(Numbers.Fixed(unmixed[loss].Average(group => group.Find(metric)!.Mean), 2), Statistics.MeanOfMeans, unmixed[loss].Select(group => Series.Of(primary, group, metric)))}")];
        return $"; without mixup they are {Sentence.List(each)}";
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
}
