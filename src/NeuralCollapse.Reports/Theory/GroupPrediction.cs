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
    public required (SummaryRow Row, Series Series)? Distance { get; init; }

    /// <summary>At lambda = 1/2.</summary>
    public required (SummaryRow Row, Series Series)? Thickness { get; init; }

    /// <summary>What there is to compare.</summary>
    public IReadOnlyList<Comparison> Comparisons => [.. new[] { Amplification, Ratio }.OfType<Comparison>()];

    /// <summary>The worst of the comparisons: met is what all are.</summary>
    public Verdict Verdict => Comparisons.Any(c => c.Verdict == Verdict.NotMet) ? Verdict.NotMet
        : Comparisons.All(c => c.Verdict == Verdict.Met) ? Verdict.Met
        : Verdict.Undecided;

    /// <summary>The comparisons that have the worst verdict, with the sign of their miss; empty where all agree.</summary>
    public Sentence Misses => Verdict == Verdict.Met ? Sentence.Empty : Sentence.List([.. Comparisons.Where(c => c.Verdict == Verdict).Select(c => c.Miss)]);

    /// <summary>The groups of which theory predicts something that was measured, in plan order.</summary>
    public static IReadOnlyList<GroupPrediction> All(ExperimentSummary summary) =>
        [.. summary.Groups.Select(group => Of(summary.Plan.Experiment, group)).Where(p => p.Comparisons.Count > 0)];

    private static GroupPrediction Of(string experiment, SummaryGroup group)
    {
        var seeds = group.Cells.Select(cell => (Cell: cell.Id, Mixed: MixedSamples.Last(cell))).Where(m => m.Mixed.IsPredicted).ToList();
        List<(string Cell, MixedPoint Row)> Rows(double lambda) => [.. seeds.Select(m => (m.Cell, Row: m.Mixed.At(lambda))).Where(m => m.Row is not null).Select(m => (m.Cell, m.Row!))];
        Series Column(string column, double? lambda) => new() { Experiment = experiment, File = "lambda.csv", Column = column, Lambda = lambda, Seeds = [] };
        return new()
        {
            Group = group,
            Seeds = seeds.Count,
            Amplification = Comparison.Of(
                "A", Rows(0.5), r => r.Amplification, r => r.PredictedAmplification, (Column("amplification", 0.5), Column("predicted-amplification", 0.5))),
            Ratio = Comparison.Of(
                "β/α", Rows(0.75), r => r.Beta / r.Alpha, r => r.PredictedBeta / r.PredictedAlpha, (Column("beta/alpha", 0.75), Column("predicted-beta/predicted-alpha", 0.75))),
            Distance = Row(Column("distance", lambda: null), seeds.Select(m => (m.Cell, m.Mixed.Distance ?? double.NaN))),
            Thickness = Row(Column("thickness", 0.5), Rows(0.5).Select(r => (r.Cell, r.Row.Thickness))),
        };
    }

    private static (SummaryRow, Series)? Row(Series column, IEnumerable<(string Cell, double Value)> values) =>
        values.Where(value => double.IsFinite(value.Value)).ToList() is { Count: > 0 } known
            ? (SummaryRow.Of(column.Column, [.. known.Select(value => value.Value)]), column with { Seeds = [.. known.Select(value => new SeedCells([value.Cell], []))] })
            : null;
}
