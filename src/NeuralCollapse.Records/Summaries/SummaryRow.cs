namespace NeuralCollapse.Records;

/// <summary>A metric of the last epoch over the seeds of one point of the matrix.</summary>
public sealed record SummaryRow
{
    public required string Metric { get; init; }

    /// <summary>Seeds that were trained, at least 1.</summary>
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>Unbiased standard deviation over the seeds; null for one seed.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>The statistics of some values, at least one.</summary>
    public static SummaryRow Of(string metric, IReadOnlyList<double> values)
    {
        var mean = values.Sum() / values.Count;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new()
        {
            Metric = metric,
            N = values.Count,
            Mean = mean,
            StandardDeviation = values.Count == 1 ? null : Math.Sqrt(squares / (values.Count - 1)),
        };
    }
}
