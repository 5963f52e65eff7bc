using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A measured and a predicted quantity over the seeds of a group. The prediction is that of each seed, at its own fitted mu.</summary>
internal sealed record Comparison
{
    /// <summary>
    /// About a tenth of what lies between cross-entropy and squared error at 10 classes.
    /// </summary>
    public const double Tolerance = 0.05;

    public required string Symbol { get; init; }

    public required SummaryRow Measured { get; init; }

    public required SummaryRow Predicted { get; init; }

    /// <summary>Measured less predicted, seed by seed.</summary>
    public required Estimate Difference { get; init; }

    /// <summary>Where the measured and the predicted values are recorded.</summary>
    public required (Series Measured, Series Predicted) Series { get; init; }

    /// <summary>Met where it is no more than the tolerance, not met where it is more, as far as the seeds tell.</summary>
    public Verdict Verdict => Difference.Judge(new(0, 0), Tolerance);

    /// <summary>Such as: A 0.213 below theory.</summary>
    public Sentence Miss =>
        $"{Symbol} {Printed.Of(Numbers.Fixed(Math.Abs(Difference.Value), 3), Statistics.Miss, Series.Measured, Series.Predicted)} {(Difference.Value < 0 ? "below" : "above")} theory";

    /// <summary>Rows at one lambda after the last epoch, a cell for each seed.</summary>
    /// <param name="symbol">What is compared, such as A.</param>
    /// <param name="rows">Cells with their rows.</param>
    /// <param name="measured">The measured value of a row.</param>
    /// <param name="predicted">The predicted one.</param>
    /// <param name="series">Where either is recorded: its columns, measured and predicted, without the seeds.</param>
    /// <returns>Null when no seed has both.</returns>
    public static Comparison? Of(
        string symbol, IEnumerable<(string Cell, MixedPoint Row)> rows, Func<MixedPoint, double> measured, Func<MixedPoint, double> predicted, (Series Measured, Series Predicted) series)
    {
        var known = rows.Select(r => (r.Cell, Measured: measured(r.Row), Predicted: predicted(r.Row)))
            .Where(s => double.IsFinite(s.Measured) && double.IsFinite(s.Predicted)).ToList();
        IReadOnlyList<SeedCells> seeds = [.. known.Select(s => new SeedCells([s.Cell], []))];
        return known.Count == 0 ? null : new()
        {
            Symbol = symbol,
            Measured = SummaryRow.Of(symbol, [.. known.Select(s => s.Measured)]),
            Predicted = SummaryRow.Of(symbol, [.. known.Select(s => s.Predicted)]),
            Difference = new Replicates([.. known.Select(s => s.Measured - s.Predicted)]).Estimate,
            Series = (series.Measured with { Seeds = seeds }, series.Predicted with { Seeds = seeds }),
        };
    }
}
