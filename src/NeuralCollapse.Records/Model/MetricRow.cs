namespace NeuralCollapse.Records;

/// <summary>What was measured after one epoch.</summary>
public sealed record MetricRow
{
    /// <summary>Epochs trained, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Values by metric name. Names are unique, and the same in the same order over the epochs of a cell.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; }

    /// <summary>Value of a metric; null when it was not measured.</summary>
    public double? Find(string metric)
    {
        foreach (var (name, value) in Metrics)
        {
            if (name == metric)
                return value;
        }

        return null;
    }
}
