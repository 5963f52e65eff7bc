namespace NeuralCollapse.Reports;

/// <summary>What the metrics mean.</summary>
internal static class MetricsTable
{
    public static Table Of(IEnumerable<string> metrics, int number) => new()
    {
        Number = number,
        Title = "What is measured.",
        Explanation =
            "C is the number of classes, Sw and Sb the scatter within and between classes, † the pseudo-inverse. Class means are " +
            "centred by the mean of them all; features are those of the last layer, in evaluation mode. α and β are the coefficients of a " +
            "mixed feature on the centred classifiers of the classes with shares λ and 1 - λ.",
        Columns = [new("Metric", 1.5f, false), new("Meaning", 4, false)],
        Rows = [.. metrics.Select(MetricText.Of).Select(m => (IReadOnlyList<TableEntry>)[new(m.Name), new(m.Meaning)])],
    };
}
