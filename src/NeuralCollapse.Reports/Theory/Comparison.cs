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

    /// <summary>Met where it is no more than the tolerance, not met where it is more, as far as the seeds tell.</summary>
    public Verdict Verdict => Difference.Judge(new(0, 0), Tolerance);

    /// <summary>Such as: A 0.213 below theory.</summary>
    public string Miss =>
        $"{Symbol} {Numbers.Fixed(Math.Abs(Difference.Value), 3)} {(Difference.Value < 0 ? "below" : "above")} theory";

    /// <returns>Null when no seed has both.</returns>
    public static Comparison? Of(string symbol, IEnumerable<(double Measured, double Predicted)> seeds)
    {
        var known = seeds.Where(s => double.IsFinite(s.Measured) && double.IsFinite(s.Predicted)).ToList();
        return known.Count == 0 ? null : new()
        {
            Symbol = symbol,
            Measured = SummaryRow.Of(symbol, [.. known.Select(s => s.Measured)]),
            Predicted = SummaryRow.Of(symbol, [.. known.Select(s => s.Predicted)]),
            Difference = new Replicates([.. known.Select(s => s.Measured - s.Predicted)]).Estimate,
        };
    }
}
