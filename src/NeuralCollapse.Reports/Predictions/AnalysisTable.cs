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
        if (Factorial.Of(new(summary), analysis.Factors, [.. analysis.Points.Select(point => point.Of)], analysis.Metric, isLogarithmic) is not var (seeds, result))
            return null;
        var metric = MetricText.Of(analysis.Metric).Title;
        return new()
        {
            Number = numbers.Next(),
            Title = $"Analysis of variance of {(isLogarithmic ? $"the logarithm of {metric}" : metric)} after the last epoch.",
            Explanation =
                $"Full factorial in {Prose.List([.. analysis.Factors])} with {Prose.Count(seeds, "seed")} as blocks, as the spec declares. F is the mean square over that of the " +
                $"residual ({Numbers.Format(result.Residual.DegreesOfFreedom)} degrees of freedom); partial η² is the effect's share of effect and residual, ω² its share of all variance, " +
                "which may be below 0 where it is less than chance makes.",
            Columns = [new("Effect", 2.5f, false), new("df", 0.5f, true), new("F", 1, true), new("p", 0.8f, true), new("Partial η²", 0.8f, true), new("ω²", 0.8f, true)],
            Rows = [.. result.Effects.Select(Row)],
        };
    }

    private static IReadOnlyList<TableEntry> Row(FactorEffect effect) =>
    [
        new(string.Join(" × ", effect.Factors)),
        new(Numbers.Format(effect.Squares.DegreesOfFreedom)),
        new(effect.F is { } f ? f.ToString("G3", CultureInfo.InvariantCulture) : "-"),
        new(effect.P is { } p ? PValue.Text(p) : "-"),
        new(effect.PartialEtaSquared is { } eta ? Numbers.Fixed(eta, 3) : "-"),
        new(effect.OmegaSquared is { } omega ? Numbers.Fixed(omega, 3) : "-"),
    ];
}
