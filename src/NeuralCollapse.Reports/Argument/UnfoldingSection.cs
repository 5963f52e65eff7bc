using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>How collapse goes on over the epochs, with mixup and without.</summary>
internal static class UnfoldingSection
{
    private const double ClosestLabels = 0.12;

    public static Section? Of(Evidence evidence)
    {
        if (evidence.Primary is not { } primary || Draw(primary) is not { } drawn)
            return null;
        var figure = evidence.Number(drawn);
        var sets = evidence.Effects.Any(effect => effect.Experiment == primary.Plan.Experiment);
        var table = ResultsTables.Main.Of(primary, evidence.Tables);
        return new("How collapse unfolds", [
            new Block.Passage(Sentence.Paragraph([$"{Mention.Of(figure).Capital} follows NC1 through {Prose.Quoted(primary.Plan.Experiment)}{(sets ? ", which sets mixup against none for the most losses and architectures" : "")}.", .. Changes(primary, sets ? [.. primary.Groups.Where(group => !MixupEffect.Mixes(group))] : primary.Groups),
                Nearer(primary, evidence.Effects.Where(effect => effect.Ratio.IsJudged), SelfDuality.OnTrain, "The classifier is nearer to the class means (NC3)")])),
            .. table is null ? (Block[])[] : [new Block.Tabulation(table)],
            new Block.Illustration(figure),
        ]);
    }

    /// <summary>In how many settings of an experiment mixup brings networks nearer to collapse in a metric that is 0 there, seed by seed.</summary>
    /// <param name="primary">The experiment.</param>
    /// <param name="effects">Where it sets mixup against none, with three seeds or more.</param>
    /// <param name="metric">What is measured.</param>
    /// <param name="nearer">Subject, verb, nearer, and to what.</param>
    public static Sentence Nearer(ExperimentSummary primary, IEnumerable<MixupEffect> effects, Metric metric, string nearer)
    {
        var (measured, names) = (primary.Groups.SelectMany(group => group.Cells).ToDictionary(cell => cell.Id, cell => cell.Final.Find(metric.Name), StringComparer.Ordinal), ShortNames.Of(primary));
        var known = effects.Where(effect => effect.Experiment == primary.Plan.Experiment && !ForestPlot.IsCut(effect.Ratio)
            && effect.Nc1.Cells.Values.All(seed => seed.Of.Concat(seed.Against).All(id => measured[id] is { } value && double.IsFinite(value)))).ToList();
        if (known.Count == 0)
            return Sentence.Empty;
        var differences = known.Select(effect => (
            Name: names.Of(effect.Levels),
            Difference: new SeedPairs(effect.Nc1.Cells.ToDictionary(seed => seed.Key, seed => measured[seed.Value.Of[0]]!.Value), effect.Nc1.Cells.ToDictionary(seed => seed.Key, seed => measured[seed.Value.Against[0]]!.Value)).Difference,
            Series: new Series { Experiment = primary.Plan.Experiment, Column = metric.Name, Compare = Contrast.Difference, Seeds = effect.Nc1.Series.Seeds })).ToList();
        var (less, more) = (differences.Where(each => each.Difference.ConfidenceInterval()!.Value.High < 0).ToList(), differences.Where(each => each.Difference.ConfidenceInterval()!.Value.Low > 0).ToList());
        string Named(IReadOnlyList<string> which) => which.Count is 0 or > 4 ? "" : $" ({Prose.List(which)})";
        Printed Count(int count, string statistic) => Printed.Of(Numbers.Format(count), statistic, differences.Select(each => each.Series));
        return $"{nearer} with mixup than without in {Count(less.Count, Statistics.Negative)} of {Count(differences.Count, Statistics.All)} settings{Named([.. less.Select(each => each.Name)])} and further away in {Count(more.Count, Statistics.Positive)}{Named([.. more.Select(each => each.Name)])}.";
    }

    private static Figure? Draw(ExperimentSummary primary) => Course.Epochs(primary).Count < 2 ? null : new BandFigure
    {
        Name = "unfolding",
        Title = "NC1 during training.",
        Explanation = $"{Prose.Quoted(primary.Plan.Experiment)}: within-class variability of the unmixed training samples, geometric means over the seeds in bands of their 95 % t intervals. Both axes are logarithmic, that of the epochs as log(1 + epoch), and its marks are the measured epochs. Curves beyond the axis run along its edge.",
        Facets = new(primary.Groups, othersAreLines: false),
        Curve = MetricCurve.Of(WithinClassVariability.OnTrain),
        IsLogarithmic = true,
        X = Axis.Epochs(Course.Epochs(primary), ClosestLabels),
        XTitle = "Epoch",
        YTitle = "NC1",
    }.Draw();

    /// <summary>What becomes of NC1 after the first epochs, loss by loss, of those that mix; empty where there is one epoch, or less than three seeds.</summary>
    public static Sentence AfterTheBeginning(ExperimentSummary primary) => Sentence.Paragraph(Changes(primary, [.. primary.Groups.Where(MixupEffect.Mixes)]));

    private static IEnumerable<Sentence> Changes(ExperimentSummary primary, IReadOnlyList<SummaryGroup> groups)
    {
        var last = Course.Epochs(primary)[^1];
        var from = primary.Plan.Stated.Predictions.FirstOrDefault(prediction => prediction.Metric == WithinClassVariability.OnTrain.Name && prediction.AgainstEpoch > 0)?.AgainstEpoch
            ?? Course.Epochs(primary).FirstOrDefault(epoch => epoch > 0);
        if (from == 0 || from == last)
            yield break;
        var (facets, measured) = (new Facets(primary.Groups, othersAreLines: false), new MeasuredPoints(primary));
        foreach (var line in groups.Where(group => group.Cells.Count >= Estimate.FewestSeeds && group.Cells.All(cell => cell.Final.Epoch == last)).GroupBy(facets.LineOf))
        {
            var changes = line.Select(group => (Column: facets.ColumnOf(group), Row: facets.RowOf(group), Ratio: SeedRatio.Of(measured, WithinClassVariability.OnTrain.Name, group.Axes, group.Axes, from)))
                .Where(each => each.Ratio is { Estimate.IsJudged: true } ratio && !ForestPlot.IsCut(ratio.Estimate)).GroupBy(each => each.Column)
                .OrderBy(column => column.Average(each => Math.Log(each.Ratio!.Estimate.Value))).ToList();
            if (changes.Count == 0)
                continue;
            Sentence[] each = [.. changes.Select(column => (Sentence)$"{Range([.. column.Select(change => (change.Row, change.Ratio!))])}{(column.Key.Length > 0 ? $" for {column.Key}" : "")}")];
            yield return $"From epoch\u00a0{from} to {last}, NC1 {(line.Key.Length == 0 ? "" : line.Key.StartsWith("no ", StringComparison.Ordinal) ? $"without {line.Key[3..]} " : $"with {line.Key} ")}is multiplied by {Sentence.List(each)}.";
        }
    }

    /// <summary>One ratio with its interval; the smallest and the largest of several, whose mean would hide that one rises where another falls.</summary>
    private static Sentence Range(IReadOnlyList<(string Name, SeedRatio Ratio)> ratios)
    {
        if (ratios is [var one])
            return ForestPlot.Bracketed(one.Ratio.Estimate, one.Ratio.Series);
        Sentence End((string Name, SeedRatio Ratio) end, string statistic) =>
            $"{Printed.Of(ForestPlot.Text(end.Ratio.Estimate.Value), statistic, ratios.Select(each => each.Ratio.Series))} ({end.Name})";
        return $"{End(ratios.MinBy(each => each.Ratio.Estimate.Value), Statistics.Least)} to {End(ratios.MaxBy(each => each.Ratio.Estimate.Value), Statistics.Most)}";
    }
}
