using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The geometry of a group's mixed samples after the last epoch, beside what theory predicts.</summary>
internal sealed record GroupPrediction
{
    public required SummaryGroup Group { get; init; }

    /// <summary>Seeds that theory predicts anything of.</summary>
    public required int Seeds { get; init; }

    /// <summary>A at lambda = 1/2; null where theory leaves it open, as for the absolute error with losses mixed.</summary>
    public required Comparison? Amplification { get; init; }

    /// <summary>beta / alpha at lambda = 3/4, which tells the chord, 1/3, from the vertex, 0; null where either was not measured.</summary>
    public required Comparison? Ratio { get; init; }

    /// <summary>Distance from the predicted features, mean over lambda.</summary>
    public required SummaryRow? Distance { get; init; }

    /// <summary>At lambda = 1/2.</summary>
    public required SummaryRow? Thickness { get; init; }

    /// <summary>What there is to compare.</summary>
    public IReadOnlyList<Comparison> Comparisons => [.. new[] { Amplification, Ratio }.OfType<Comparison>()];

    /// <summary>The worst of the comparisons: met is what all are.</summary>
    public Verdict Verdict => Comparisons.Any(c => c.Verdict == Verdict.NotMet) ? Verdict.NotMet
        : Comparisons.All(c => c.Verdict == Verdict.Met) ? Verdict.Met
        : Verdict.Undecided;

    /// <summary>The comparisons that have the worst verdict, with the sign of their miss; empty where all agree.</summary>
    public string Misses => Verdict == Verdict.Met ? "" : Prose.List([.. Comparisons.Where(c => c.Verdict == Verdict).Select(c => c.Miss)]);

    /// <summary>The groups of which theory predicts something that was measured, in plan order.</summary>
    public static IReadOnlyList<GroupPrediction> All(ExperimentSummary summary) =>
        [.. summary.Groups.Select(Of).Where(p => p.Comparisons.Count > 0)];

    private static GroupPrediction Of(SummaryGroup group)
    {
        var seeds = group.Cells.Select(MixedSamples.Last).Where(m => m.IsPredicted).ToList();
        var (halves, quarters) = (Rows(seeds, 0.5), Rows(seeds, 0.75));
        return new()
        {
            Group = group,
            Seeds = seeds.Count,
            Amplification = Comparison.Of("A", halves.Select(r => (r.Amplification, r.PredictedAmplification))),
            Ratio = Comparison.Of("β/α", quarters.Select(r => (r.Beta / r.Alpha, r.PredictedBeta / r.PredictedAlpha))),
            Distance = Row("distance", seeds.Select(m => m.Distance).OfType<double>()),
            Thickness = Row("thickness", halves.Select(r => r.Thickness).Where(double.IsFinite)),
        };
    }

    private static List<MixedPoint> Rows(IEnumerable<MixedSamples> seeds, double lambda) =>
        [.. seeds.Select(m => m.At(lambda)).OfType<MixedPoint>()];

    private static SummaryRow? Row(string name, IEnumerable<double> values) =>
        values.ToList() is { Count: > 0 } known ? SummaryRow.Of(name, known) : null;
}
