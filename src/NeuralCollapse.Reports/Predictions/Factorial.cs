using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The full factorial analysis of variance of a metric after the last epoch, with seeds as blocks.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Metric">What is analysed.</param>
/// <param name="IsLogarithmic">Whether its logarithm is.</param>
/// <param name="Seeds">How many.</param>
/// <param name="Cells">The cells, with the levels of each.</param>
/// <param name="Variance">What it gives.</param>
internal sealed record Factorial(
    string Experiment, string Metric, bool IsLogarithmic, int Seeds, IReadOnlyList<(string Cell, int Seed, IReadOnlyList<string> Levels)> Cells, AnalysisOfVariance Variance)
{
    /// <param name="summary">The values.</param>
    /// <param name="factors">Axes.</param>
    /// <param name="points">Labels by axis of the points that take part.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="isLogarithmic">Whether of its logarithm.</param>
    /// <returns>
    /// Null as long as a combination of levels is not recorded or lacks the value of a seed that another has: then nothing can be set against
    /// the seeds. Null where a factor has one level.
    /// </returns>
    public static Factorial? Of(
        ExperimentSummary summary, IReadOnlyList<string> factors, IReadOnlyCollection<IReadOnlyList<KeyValuePair<string, string>>> points, string metric, bool isLogarithmic)
    {
        List<int> levelsOf = [.. factors.Select(factor => points.Select(point => point.First(label => label.Key == factor).Value).Distinct().Count())];
        if (levelsOf.Any(count => count < 2) || levelsOf.Aggregate(1, (product, count) => product * count) != points.Count)
            return null;
        var measured = new MeasuredPoints(summary);
        var observations = (
            from point in points
            let levels = (IReadOnlyList<string>)[.. factors.Select(factor => point.First(label => label.Key == factor).Value)]
            let cells = measured.Cells(point)
            from value in measured.Values(point, metric, epoch: null)
            where double.IsFinite(value.Value) && (!isLogarithmic || value.Value > 0)
            select (Cell: cells[value.Key], Observation: new Observation(levels, value.Key, isLogarithmic ? Math.Log(value.Value) : value.Value))).ToList();
        var seeds = observations.Select(o => o.Observation.Seed).Distinct().Count();
        return seeds < 2 || observations.Count != points.Count * seeds ? null : new(
            summary.Plan.Experiment, metric, isLogarithmic, seeds, [.. observations.Select(o => (o.Cell, o.Observation.Seed, o.Observation.Levels))],
            AnalysisOfVariance.Of(factors, [.. observations.Select(o => o.Observation)], seedsAreBlocks: true));
    }
}
