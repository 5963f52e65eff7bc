using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Curves of mixed samples: over lambda after the last epoch, or over the epochs.</summary>
/// <remarks>
/// Values in units of alpha of unmixed samples lose their meaning where that is close to zero, such as early in training. Those outside
/// <see cref="Least"/> and <see cref="Most"/> are left out, or they would flatten every curve. Predictions of focal reach 3.4.
/// </remarks>
internal static class MixedCurves
{
    public const double Least = -0.5;
    public const double Most = 4;

    public static readonly CellCurve Amplification = OverLambda(r => r.Amplification);
    public static readonly CellCurve PredictedAmplification = OverLambda(r => r.PredictedAmplification);
    public static readonly CellCurve Alpha = OverLambda(r => r.Alpha / Same(r));
    public static readonly CellCurve Beta = OverLambda(r => r.Beta / Same(r));
    public static readonly CellCurve PredictedAlpha = OverLambda(r => r.PredictedAlpha / PredictedSame(r));
    public static readonly CellCurve PredictedBeta = OverLambda(r => r.PredictedBeta / PredictedSame(r));

    /// <summary>Amplification at lambda = 1/2 over the epochs.</summary>
    public static readonly CellCurve HalfAmplification = OverEpochs(m => m.At(0.5)?.Amplification, IsDrawn);

    /// <summary>Thickness at lambda = 1/2 over the epochs.</summary>
    public static readonly CellCurve HalfThickness = OverEpochs(m => m.At(0.5)?.Thickness, double.IsFinite);

    /// <summary>Distance from the predicted feature over the epochs, mean over lambda.</summary>
    public static readonly CellCurve Distance = OverEpochs(m => m.Distance, double.IsFinite);

    /// <summary>Says that values over lambda are left out, with a space before it; empty when all are drawn.</summary>
    public static string LeftOut(IEnumerable<SummaryGroup> groups)
    {
        var rows = groups.SelectMany(g => g.Cells).SelectMany(c => MixedSamples.Last(c).Rows);
        var values = rows.SelectMany(r => new[] { r.Amplification, r.Alpha / Same(r), r.Beta / Same(r) });
        return values.Any(v => double.IsFinite(v) && !IsDrawn(v))
            ? $" Values outside the range from {Numbers.Format(Least)} to {Numbers.Format(Most)} are left out."
            : "";
    }

    private static CellCurve OverLambda(Func<MixedPoint, double> value) =>
        cell => MixedSamples.Last(cell).Rows.Select(r => (X: r.Lambda, Y: value(r))).Where(p => IsDrawn(p.Y));

    private static CellCurve OverEpochs(Func<MixedSamples, double?> value, Func<double, bool> isDrawn) =>
        cell => MixedSamples.Epochs(cell).Select(m => (X: (double)m.Epoch, Y: value(m) ?? double.NaN)).Where(p => isDrawn(p.Y));

    private static double Same(MixedPoint row) => (row.Alpha + row.Beta) / row.Amplification;

    private static double PredictedSame(MixedPoint row) => (row.PredictedAlpha + row.PredictedBeta) / row.PredictedAmplification;

    private static bool IsDrawn(double value) => value is >= Least and <= Most;
}
