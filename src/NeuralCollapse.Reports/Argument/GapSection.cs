using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Why theory misses: it is about an optimum, and networks are not there.</summary>
internal static class GapSection
{
    /// <summary>Excess up to which a cell counts as near the optimum.</summary>
    private const double Near = 0.1;

    public static Section? Of(Evidence evidence)
    {
        var cells = ExcessFigure.Cells(evidence.Trained);
        if (ExcessFigure.Draw(cells) is not { } drawn)
            return null;
        var figure = evidence.Number(drawn);
        return new("Why theory misses", [new Block.Text(InWords(cells, figure)), new Block.Drawing(figure)]);
    }

    private static Sentence InWords(IReadOnlyList<ExcessCell> cells, Numbered<Figure> figure)
    {
        List<Series> series = [.. new[] { "excess-loss", "amplification-miss" }.SelectMany(column => cells.GroupBy(cell => cell.Experiment).Select(of => new Series
        {
            Experiment = of.Key,
            Column = column,
            Seeds = [.. of.Select(cell => new SeedCells([cell.Id], []))],
        }))];
        var near = cells.Where(cell => cell.Excess <= Near).Select(cell => cell.Miss).Order().ToList();
        var far = cells.Where(cell => cell.Excess > Near).Select(cell => cell.Miss).Order().ToList();
        Printed Part(string text, string statistic) => Printed.Of(text, statistic, series);
        Sentence Median(List<double> misses, string count, string median, string where) => misses.Count == 0
            ? (Sentence)$"none of them {where}"
            : $"{Part(Numbers.Format(misses.Count), count)} {(misses.Count == 1 ? "is" : "are")} {where}, with a median miss of {Part(Numbers.Fixed(MedianOf(misses), 3), median)}";
        return $"The optimum is that of free features; a network reaches it only as far as it can fit mixtures that it sees once. Of {Part(Numbers.Format(cells.Count), Statistics.Count)} trained cells of which theory says what A and the loss should be, {Median(near, Statistics.Near, Statistics.MedianNear, "within a tenth of the optimal loss")}, and {Median(far, Statistics.Far, Statistics.MedianFar, "further away")}. Excess and miss go together with a rank correlation (Spearman) of {Part(Numbers.Fixed(ExcessFigure.RankCorrelation(cells), 2), Statistics.Spearman)} ({Mention.Of(figure)}); seeds and experiments are pooled, so no test goes with it.";
    }

    private static double MedianOf(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
