using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>An analysis of variance that an experiment declared: which axes move a metric, alone or together.</summary>
internal static class AnalysisTable
{
    /// <returns>Null as long as it cannot be done (<see cref="Factorial"/>).</returns>
    public static Table? Of(ExperimentSummary summary, Analysis analysis, Counter numbers)
    {
        var isLogarithmic = analysis.Scale == AnalysisScale.Logarithmic;
        if (Factorial.Of(summary, analysis.Factors, [.. analysis.Points.Select(point => point.Of)], analysis.Metric, isLogarithmic) is not { } factorial)
            return null;
        var result = factorial.Variance;
        var metric = MetricText.Of(analysis.Metric).Title;
        return new()
        {
            Number = numbers.Next(),
            Title = $"Analysis of variance of {(isLogarithmic ? $"the logarithm of {metric}" : metric)} after the last epoch.",
            Explanation =
                $"Full factorial in {Prose.List([.. analysis.Factors])} with {Prose.Count(factorial.Seeds, "seed")} as blocks, as the spec declares. F is the mean square over that of the " +
                $"residual ({Numbers.Format(result.Residual.DegreesOfFreedom)} degrees of freedom); partial η² is the effect's share of effect and residual, ω² its share of all variance, " +
                "which may be below 0 where it is less than chance makes.",
            Columns = [new("Effect", 2.5f, false), new("df", 0.5f, true), new("F", 1, true), new("p", 0.8f, true), new("Partial η²", 0.8f, true), new("ω²", 0.8f, true)],
            Rows = [.. result.Effects.Select(effect => Row(factorial, effect))],
        };
    }

    /// <summary>A quotient of mean squares in three digits.</summary>
    public static string F(double value) => double.IsFinite(value) ? value >= 999.5 ? Numbers.Fixed(value, 0) : value.ToString("G3", CultureInfo.InvariantCulture) : "inf";

    private static IReadOnlyList<TableEntry> Row(Factorial factorial, FactorEffect effect)
    {
        TableEntry Part(string statistic, string? text) => text is null ? new("-") : new(text) { Numbers = [new(text, new EffectOf(statistic, factorial, effect))] };
        return
        [
            new(string.Join(" × ", effect.Factors)),
            Part("df", Numbers.Format(effect.Squares.DegreesOfFreedom)),
            Part("F", effect.F is { } f ? F(f) : null),
            Part("p", effect.P is { } p ? PValue.Text(p) : null),
            Part("eta", effect.PartialEtaSquared is { } eta ? Numbers.Fixed(eta, 3) : null),
            Part("omega", effect.OmegaSquared is { } omega ? Numbers.Fixed(omega, 3) : null),
        ];
    }
}
