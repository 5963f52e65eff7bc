using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class DescribingMetrics
{
    [Fact]
    public void Every_metric_that_is_recorded_has_a_title_and_a_meaning()
    {
        var spec = SyntheticExperiment.Plan().Cells[0].Spec;
        var names = SyntheticMetrics.At(spec, 1).Metrics.Concat(SyntheticMetrics.Free(1).Metrics).Select(m => m.Key).Distinct().ToList();

        Assert.True(names.Count > 40);
        Assert.All(names.Select(MetricCatalogue.Of), metric =>
        {
            Assert.NotEqual(metric.Name, metric.Title);
            Assert.EndsWith(".", metric.Meaning, StringComparison.Ordinal);
        });
    }
}
