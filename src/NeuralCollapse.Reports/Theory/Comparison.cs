using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A measured and a predicted quantity over the seeds of a group. The prediction is that of each seed, at its own fitted mu.</summary>
internal sealed record Comparison
{
    /// <summary>
    /// About a tenth of what lies between cross-entropy and squared error at 10 classes.
    /// </summary>
    public const double Tolerance = 0.05;

    private const double StandardErrors = 2;

    public required string Symbol { get; init; }

    public required SummaryRow Measured { get; init; }

    public required SummaryRow Predicted { get; init; }

    /// <summary>Measured less predicted, seed by seed.</summary>
    public required SummaryRow Difference { get; init; }

    /// <summary>One seed has no standard error, so the tolerance alone decides.</summary>
    public Outcome Outcome => (Math.Abs(Difference.Mean), Difference.StandardDeviation / Math.Sqrt(Difference.N)) switch
    {
        ( <= Tolerance, null or <= Tolerance) => Outcome.Agrees,
        (var miss, { } error) when miss <= Math.Max(StandardErrors * error, Tolerance) => Outcome.Undecided,
        _ => Outcome.Fails,
    };

    /// <summary>Such as: A 0.213 below theory.</summary>
    public string Miss =>
        $"{Symbol} {Numbers.Fixed(Math.Abs(Difference.Mean), 3)} {(Difference.Mean < 0 ? "below" : "above")} theory";

    /// <returns>Null when no seed has both.</returns>
    public static Comparison? Of(string symbol, IEnumerable<(double Measured, double Predicted)> seeds)
    {
        var known = seeds.Where(s => double.IsFinite(s.Measured) && double.IsFinite(s.Predicted)).ToList();
        return known.Count == 0 ? null : new()
        {
            Symbol = symbol,
            Measured = SummaryRow.Of(symbol, [.. known.Select(s => s.Measured)]),
            Predicted = SummaryRow.Of(symbol, [.. known.Select(s => s.Predicted)]),
            Difference = SummaryRow.Of(symbol, [.. known.Select(s => s.Measured - s.Predicted)]),
        };
    }
}

/// <summary>How a prediction fares, from best to worst.</summary>
internal enum Outcome
{
    /// <summary>Measured and predicted differ by no more than the tolerance, and that is known as precisely.</summary>
    Agrees,

    /// <summary>The seeds differ too much among themselves to tell.</summary>
    Undecided,

    /// <summary>They differ by more than the tolerance and than chance explains.</summary>
    Fails,
}
