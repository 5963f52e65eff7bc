using NeuralCollapse.Measures;

namespace NeuralCollapse.Reports;

/// <summary>What a panel shows over the epochs.</summary>
internal sealed record EpochPanel(string Title, bool IsLogarithmic, CellCurve Curve)
{
    public static EpochPanel Of(Metric metric) => new(metric.TitleWithUnit, metric.IsLogarithmic, MetricCurve.Of(metric));
}
