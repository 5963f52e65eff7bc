namespace NeuralCollapse.Reports;

/// <summary>A number as it is printed, and what it was computed from.</summary>
internal sealed record Printed(string Text, Source Source)
{
    /// <summary>A number that follows from the values of one or several series.</summary>
    public static Printed Of(string text, string statistic, params IEnumerable<Series> series) => new(text, new StatisticOf(statistic, [.. series]));
}

/// <summary>What a printed number was computed from.</summary>
internal abstract record Source(string Statistic);

/// <summary>A statistic of recorded values: see <see cref="Statistics"/>.</summary>
internal sealed record StatisticOf(string Statistic, IReadOnlyList<Series> Series) : Source(Statistic);

/// <summary>What is known of an experiment's cells themselves: recorded, planned, seeds, hours.</summary>
internal sealed record CellsOf(string Statistic, string Experiment, IReadOnlyList<string> Cells) : Source(Statistic);

/// <summary>The names of statistics in report.json.</summary>
internal static class Statistics
{
    /// <summary>Mean over the seeds; of a ratio the geometric one.</summary>
    public const string Mean = "mean";

    /// <summary>Ends of its 95 % t interval.</summary>
    public const string Low = "low", High = "high";

    /// <summary>Unbiased standard deviation over the seeds.</summary>
    public const string Deviation = "deviation";

    /// <summary>The smallest and the largest value of any seed of several series; and the mean of their means.</summary>
    public const string Smallest = "smallest", Largest = "largest", MeanOfMeans = "mean of means";

    /// <summary>How many series have their whole interval above or below 0.</summary>
    public const string Positive = "above 0", Negative = "below 0";

    /// <summary>How many seeds.</summary>
    public const string N = "n";

    /// <summary>The smallest and the largest of the means of several series.</summary>
    public const string Least = "least", Most = "most";

    /// <summary>How many series have their whole interval above or below 1, or have not.</summary>
    public const string Above = "above 1", Below = "below 1", Open = "open", All = "all";

    /// <summary>
    /// Of cells with two values, the first half of the series and the second: how many there are; how many have a first value up to 0.1, or
    /// above; the medians of the second values of these; and the rank correlation of the two.
    /// </summary>
    public const string Count = "count", Near = "near", Far = "far", MedianNear = "median near", MedianFar = "median far", Spearman = "spearman";

    /// <summary>Absolute mean over the seeds of a measured series less a predicted one.</summary>
    public const string Miss = "miss";

    /// <summary>How many of the groups of measured and predicted series, two series a comparison, there are, and have a verdict.</summary>
    public const string Groups = "groups", Agrees = "agrees", Fails = "fails", Undecided = "undecided";
}
