using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>An analysis of variance that an experiment declared: which axes move a metric, alone or together.</summary>
internal static class AnalysisTable
{
    /// <summary>Null as long as a point lacks the value of a seed that another has: then nothing can be set against the seeds.</summary>
    public static Table? Of(ExperimentSummary summary, Analysis analysis, Counter numbers)
    {
        var observations = Observations(summary, analysis).ToList();
        var seeds = observations.Select(o => o.Seed).Distinct().Count();
        if (seeds < 2 || observations.Count != analysis.Points.Count * seeds)
            return null;
        var result = AnalysisOfVariance.Of(analysis.Factors, observations, seedsAreBlocks: true);
        var metric = MetricText.Of(analysis.Metric).Title;
        return new()
        {
            Number = numbers.Next(),
            Title = $"Analysis of variance of {(analysis.Scale == AnalysisScale.Logarithmic ? $"the logarithm of {metric}" : metric)} after the last epoch.",
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
        new(effect.P is { } p ? p < 0.001 ? "< 0.001" : Numbers.Fixed(p, 3) : "-"),
        new(effect.PartialEtaSquared is { } eta ? Numbers.Fixed(eta, 3) : "-"),
        new(effect.OmegaSquared is { } omega ? Numbers.Fixed(omega, 3) : "-"),
    ];

    private static IEnumerable<Observation> Observations(ExperimentSummary summary, Analysis analysis)
    {
        var measured = new MeasuredPoints(summary);
        var isLogarithmic = analysis.Scale == AnalysisScale.Logarithmic;
        return
            from point in analysis.Points
            let levels = analysis.Factors.Select(factor => point.Of.First(label => label.Key == factor).Value).ToList()
            from value in measured.Values(point.Of, analysis.Metric, epoch: null)
            where double.IsFinite(value.Value) && (!isLogarithmic || value.Value > 0)
            select new Observation(levels, value.Key, isLogarithmic ? Math.Log(value.Value) : value.Value);
    }
}
