using NeuralCollapse.Measures;

namespace NeuralCollapse.Reports;

/// <summary>A metric over the epochs.</summary>
internal static class MetricCurve
{
    /// <summary>Values times the factor of the metric, at the epochs at which it was measured.</summary>
    public static CellCurve Of(Metric metric) => cell => cell.Epochs
        .Select(e => (e.Epoch, Value: e.Find(metric.Name)))
        .Where(e => e.Value is not null)
        .Select(e => ((double)e.Epoch, e.Value!.Value * metric.Factor));
}
