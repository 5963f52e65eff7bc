namespace NeuralCollapse.Reports;

/// <summary>What the report knows of metrics. Those it does not know are printed under their own name.</summary>
internal static partial class MetricCatalogue
{
    private static readonly IReadOnlyList<MetricDescription> Known = [.. OfPredictions, .. OfCollapse, .. OfMixedSamples];

    /// <summary>The description of a metric, known or not.</summary>
    public static MetricDescription Of(string name) => Known.FirstOrDefault(m => m.Name == name) ?? new() { Name = name, Title = name };
}
