using NeuralCollapse.Measures;

namespace NeuralCollapse.Reports;

/// <summary>The full factorial analysis of variance of a metric after the last epoch, with seeds as blocks.</summary>
/// <param name="Seeds">How many.</param>
/// <param name="Variance">What it gives.</param>
internal sealed record Factorial(int Seeds, AnalysisOfVariance Variance)
{
    /// <param name="measured">The values.</param>
    /// <param name="factors">Axes.</param>
    /// <param name="points">Labels by axis of the points that take part.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="isLogarithmic">Whether of its logarithm.</param>
    /// <returns>Null as long as a point lacks the value of a seed that another has: then nothing can be set against the seeds.</returns>
    public static Factorial? Of(
        MeasuredPoints measured, IReadOnlyList<string> factors, IReadOnlyCollection<IReadOnlyList<KeyValuePair<string, string>>> points, string metric, bool isLogarithmic)
    {
        var observations = (
            from point in points
            let levels = factors.Select(factor => point.First(label => label.Key == factor).Value).ToList()
            from value in measured.Values(point, metric, epoch: null)
            where double.IsFinite(value.Value) && (!isLogarithmic || value.Value > 0)
            select new Observation(levels, value.Key, isLogarithmic ? Math.Log(value.Value) : value.Value)).ToList();
        var seeds = observations.Select(o => o.Seed).Distinct().Count();
        return seeds < 2 || observations.Count != points.Count * seeds ? null : new(seeds, AnalysisOfVariance.Of(factors, observations, seedsAreBlocks: true));
    }
}
