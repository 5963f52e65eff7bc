using NeuralCollapse.Measures;
using NeuralCollapse.Records;

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
            new Block.Passage(Sentence.Paragraph([$"{Mention.Of(figure).Capital} follows NC1 through {primary.Plan.Experiment}{(sets ? ", which sets mixup against none for the most losses and architectures" : "")}.", .. Changes(primary, sets ? [.. primary.Groups.Where(group => !MixupEffect.Mixes(group))] : primary.Groups)])),
            .. table is null ? (Block[])[] : [new Block.Tabulation(table)],
            new Block.Illustration(figure),
        ]);
    }

    private static Figure? Draw(ExperimentSummary primary) => Course.Epochs(primary).Count < 2 ? null : new BandFigure
    {
        Name = "unfolding",
        Title = "NC1 during training.",
        Explanation = $"{primary.Plan.Experiment}: within-class variability of the unmixed training samples, geometric means over the seeds in bands of their 95 % t intervals. Both axes are logarithmic, that of the epochs as log(1 + epoch), and its marks are the measured epochs. Curves beyond the axis run along its edge.",
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
