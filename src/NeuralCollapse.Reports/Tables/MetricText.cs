using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Prints values of metrics. A deviation has the decimals of its mean, so that the two can be read against each other.</summary>
internal static class MetricText
{
    private const int FractionDecimals = 2;
    private const int Significant = 4;
    private const int MostDecimals = 6;

    /// <summary>Numbers closer to zero are printed as a multiple of a power of ten, or no digit of theirs would be seen.</summary>
    private const double Tiny = 1e-3;

    /// <summary>The metric of a recorded name; one that this version does not know has no description.</summary>
    public static Metric Of(string name) =>
        MetricTable.Find(name) ?? new() { Name = name, Title = name, Meaning = "Not described here.", Value = _ => null };

    /// <summary>The mean, such as 94.06 for a fraction or 0.004213.</summary>
    public static string Mean(Metric metric, double mean) => Text(metric, mean, mean);

    /// <summary>The deviation of a mean.</summary>
    public static string Deviation(Metric metric, double mean, double deviation) => Text(metric, deviation, mean);

    /// <summary>Mean and deviation in one line; the mean alone for one seed, and where it is no finite number.</summary>
    public static string Both(Metric metric, SummaryRow row) => row.StandardDeviation is { } deviation && double.IsFinite(row.Mean)
        ? $"{Mean(metric, row.Mean)} ± {Deviation(metric, row.Mean, deviation)}"
        : Mean(metric, row.Mean);

    /// <summary>Explains nan and inf where means are printed so, with a space before it; empty when there are none.</summary>
    public static string Note(IEnumerable<SummaryRow> rows)
    {
        var means = rows.Select(row => row.Mean).ToList();
        var undefined = means.Any(double.IsNaN) ? " nan: undefined for at least one seed or, for μ, not fitted." : "";
        return means.Any(double.IsInfinity) ? $"{undefined} inf: infinite for at least one seed." : undefined;
    }

    private static string Text(Metric metric, double value, double mean) => metric.IsFraction
        ? Numbers.Fixed(value * metric.Factor, FractionDecimals)
        : Math.Abs(mean) is > 0 and < Tiny ? Power(value, Exponent(mean)) : Numbers.Fixed(value, Decimals(mean));

    /// <summary>Such as 1.20e-7; 6.7e-16 with a longer exponent, since 6.66e-16 would be broken into 6.66e-1 and 6 in a narrow column.</summary>
    private static string Power(double value, int exponent) =>
        $"{Numbers.Fixed(value / Math.Pow(10, exponent), exponent > -10 ? 2 : 1)}e{Numbers.Format(exponent)}";

    /// <summary>Decimals that give a number its significant digits.</summary>
    private static int Decimals(double mean) => mean == 0 || !double.IsFinite(mean)
        ? Significant - 1
        : Math.Clamp(Significant - 1 - Exponent(mean), 0, MostDecimals);

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));
}
