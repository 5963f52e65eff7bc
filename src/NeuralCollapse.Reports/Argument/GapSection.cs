using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Whether networks miss theory by as much as they are away from the optimum that it is about.</summary>
internal static class GapSection
{
    /// <summary>Excess up to which a cell counts as near the optimum.</summary>
    private const double Near = 0.1;

    /// <summary>A rank correlation of fewer says nothing.</summary>
    private const int FewestToRank = 5;

    /// <summary>The axis of the length of a training.</summary>
    private const string Length = "training.epochs";

    public static Section? Of(Evidence evidence)
    {
        var cells = ExcessFigure.Cells(evidence.Trained);
        if (ExcessFigure.Draw(cells) is not { } drawn)
            return null;
        var figure = evidence.Number(drawn);
        return new("Distance from the optimum, and the miss", [new Block.Passage(InWords(cells, figure)), .. Longer(evidence).Select(sentence => new Block.Passage(sentence)), new Block.Illustration(figure)]);
    }

    private static Sentence InWords(IReadOnlyList<ExcessCell> cells, Numbered<Figure> figure)
    {
        Printed Part(IEnumerable<ExcessCell> of, string text, string statistic) => Printed.Of(text, statistic, SeriesOf([.. of]));
        // Loss by loss: those that come near and those that do not are of other losses, which miss theory by other amounts however near they are.
        var losses = cells.GroupBy(cell => cell.Loss).OrderByDescending(loss => loss.Count()).Select(loss => (Name: loss.Key, Cells: loss.ToList(), Near: Misses(loss, isNear: true), Far: Misses(loss, isNear: false))).ToList();
        Sentence Median(List<ExcessCell> of, List<double> misses, string statistic) => $"{Part(of, Numbers.Fixed(MedianOf(misses), 3), statistic)}";
        Sentence[] near = [.. losses.Where(loss => loss.Near.Count > 0).Select(loss =>
            (Sentence)$"{Part(loss.Cells, Numbers.Format(loss.Near.Count), Statistics.Near)} of {Part(loss.Cells, Numbers.Format(loss.Cells.Count), Statistics.Count)} with {loss.Name} (median miss {Median(loss.Cells, loss.Near, Statistics.MedianNear)}{(loss.Far.Count > 0 ? $", of those further away {Median(loss.Cells, loss.Far, Statistics.MedianFar)}" : "")})")];
        Sentence[] none = [.. losses.Where(loss => loss.Near.Count == 0).Select(loss =>
            (Sentence)$"all {Part(loss.Cells, Numbers.Format(loss.Cells.Count), Statistics.Count)} with {loss.Name} (median miss {Median(loss.Cells, loss.Far, Statistics.MedianFar)})")];
        Sentence[] within = [.. losses.Where(loss => loss.Cells.Count >= FewestToRank)
            .Select(loss => (Sentence)$"{Part(loss.Cells, Numbers.Fixed(ExcessFigure.RankCorrelation(loss.Cells), 2), Statistics.Spearman)} within {loss.Name}")];
        return Sentence.Paragraph([
            $"Theory is about an optimum of free features, which a network need not reach. Of {Part(cells, Numbers.Format(cells.Count), Statistics.Count)} networks for which theory predicts A at λ = ½ and the loss, {(near.Length == 0 ? (Sentence)$"none is within a tenth of the optimal loss" : $"these are within a tenth of the optimal loss: {Sentence.List(near)}")}.",
            near.Length > 0 && none.Length > 0 ? $"Further away are {Sentence.List(none)}." : Sentence.Empty,
            within.Length == 0 ? Sentence.Empty : $"Whether the miss grows with the excess loss differs from loss to loss: the rank correlation (Spearman) of the two is {Sentence.List(within)} ({Mention.Of(figure)}). Networks of one experiment are no independent draws, so no test is given.",
        ]);
    }

    private static List<double> Misses(IEnumerable<ExcessCell> cells, bool isNear) => [.. cells.Where(cell => (cell.Excess <= Near) == isNear).Select(cell => cell.Miss).Order()];

    /// <summary>
    /// What becomes of the excess and of A where the length of the training varies, from the shortest to the longest, at each value of all else.
    /// Empty where no experiment varies it.
    /// </summary>
    private static IEnumerable<Sentence> Longer(Evidence evidence)
    {
        foreach (var summary in evidence.Trained)
        {
            var names = ShortNames.Of(summary);
            var predictions = GroupPrediction.All(summary);
            var lengths = (
                from prediction in predictions
                where prediction.Amplification is { Difference.IsJudged: true } && prediction.Group.Find(MixedMetrics.ExcessLoss.Name) is { } excess && double.IsFinite(excess.Mean)
                    && prediction.Group.Axes.Any(axis => axis.Key == Length)
                group prediction by names.Of(prediction.Group.Axes.Where(axis => axis.Key != Length)) into setting
                let ordered = setting.OrderBy(prediction => prediction.Group.Cells[0].Final.Epoch).ToList()
                where ordered.Count > 1
                select (Name: setting.Key, First: ordered[0], Last: ordered[^1])).ToList();
            if (lengths.Count == 0)
                continue;
            Printed Excess(GroupPrediction of) => Printed.Of(
                Numbers.Fixed(100 * of.Group.Find(MixedMetrics.ExcessLoss.Name)!.Mean, 0), Statistics.Mean, Series.Of(summary, of.Group, MixedMetrics.ExcessLoss.Name) with { Factor = 100 });
            Printed A(SummaryRow row, Series series) => Printed.Of(Numbers.Fixed(row.Mean, 2), Statistics.Mean, series);
            Sentence[] each = [.. lengths.Select(of =>
                (Sentence)$"from {Excess(of.First)} to {Excess(of.Last)}\u00a0% above the optimum{(of.Name.Length > 0 ? $" with {of.Name}" : "")}, and A from {A(of.First.Amplification!.Measured, of.First.Amplification.Series.Measured)} to {A(of.Last.Amplification!.Measured, of.Last.Amplification.Series.Measured)} (theory {A(of.Last.Amplification.Predicted, of.Last.Amplification.Series.Predicted)})")];
            yield return $"The experiment {Prose.Quoted(summary.Plan.Experiment)} compares trainings of {Numbers.Format(lengths.Min(of => of.First.Group.Cells[0].Final.Epoch))} to {Numbers.Format(lengths.Max(of => of.Last.Group.Cells[0].Final.Epoch))} epochs. From the shortest to the longest, the loss on mixed samples goes {Sentence.List(each, "; ")}.";
        }
    }

    /// <summary>First the excess, experiment by experiment, then the miss.</summary>
    private static List<Series> SeriesOf(IReadOnlyList<ExcessCell> cells) =>
    [
        .. new[] { MixedMetrics.ExcessLoss.Name, MixedMetrics.AmplificationMiss.Name }.SelectMany(column => cells.GroupBy(cell => cell.Experiment).Select(of => new Series
        {
            Experiment = of.Key,
            Column = column,
            Seeds = [.. of.Select(cell => new SeedCells([cell.Id], []))],
        })),
    ];

    private static double MedianOf(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
