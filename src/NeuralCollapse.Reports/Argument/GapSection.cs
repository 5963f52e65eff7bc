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

    public static Section? Of(Evidence evidence)
    {
        var cells = ExcessFigure.Cells(evidence.Trained);
        if (ExcessFigure.Draw(cells) is not { } drawn)
            return null;
        var figure = evidence.Number(drawn);
        return new("Distance from the optimum, and the miss", [new Block.Passage(InWords(cells, figure)), new Block.Illustration(figure)]);
    }

    private static Sentence InWords(IReadOnlyList<ExcessCell> cells, Numbered<Figure> figure)
    {
        Printed Part(IEnumerable<ExcessCell> of, string text, string statistic) => Printed.Of(text, statistic, SeriesOf([.. of]));
        var near = cells.Where(cell => cell.Excess <= Near).Select(cell => cell.Miss).Order().ToList();
        var far = cells.Where(cell => cell.Excess > Near).Select(cell => cell.Miss).Order().ToList();
        Sentence Median(List<double> misses, string count, string median, string where) => misses.Count == 0
            ? (Sentence)$"none is {where}"
            : $"{Part(cells, Numbers.Format(misses.Count), count)} {(misses.Count == 1 ? "is" : "are")} {where}, with a median miss of {Part(cells, Numbers.Fixed(MedianOf(misses), 3), median)}";
        Sentence[] within = [.. cells.GroupBy(cell => cell.Loss).Where(loss => loss.Count() >= FewestToRank).OrderByDescending(loss => loss.Count())
            .Select(loss => (Sentence)$"{Part(loss, Numbers.Fixed(ExcessFigure.RankCorrelation([.. loss]), 2), Statistics.Spearman)} within {loss.Key} ({Part(loss, Numbers.Format(loss.Count()), Statistics.Count)} networks)")];
        return Sentence.Paragraph([
            $"Theory is about an optimum of free features, which a network need not reach. Of {Part(cells, Numbers.Format(cells.Count), Statistics.Count)} networks of which theory says what A and the loss should be, {Median(near, Statistics.Near, Statistics.MedianNear, "within a tenth of the optimal loss")}, and {Median(far, Statistics.Far, Statistics.MedianFar, "further away")}.",
            within.Length == 0 ? Sentence.Empty : $"Whether the miss goes as the excess differs from loss to loss: the rank correlation (Spearman) of the two is {Sentence.List(within)} ({Mention.Of(figure)}). Networks of one experiment are no independent draws, so no test goes with it.",
        ]);
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
