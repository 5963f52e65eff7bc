using NeuralCollapse.Records;

namespace NeuralCollapse.Reports.Tests;

public sealed class PrintingNumbers
{
    [Theory]
    [InlineData("test-accuracy", 0.94063, 0.0071, "94.06 ± 0.71")]
    [InlineData("nc1", 0.0661580127595561, 0.00123456, "0.06616 ± 0.00123")]
    [InlineData("nc1", 12.345678, 1.5, "12.35 ± 1.50")]
    [InlineData("nc1", 0.00000012, 0.00000003, "1.20e-7 ± 0.30e-7")]
    [InlineData("nc1", -0.00000012, 0.0, "-1.20e-7 ± 0.00e-7")]
    [InlineData("nc1", 0.00074, 0.00004, "7.40e-4 ± 0.40e-4")]
    [InlineData("alpha-error", 6.66e-16, 1e-16, "6.7e-16 ± 1.0e-16")]
    [InlineData("nc1", 0.0, 0.25, "0.000 ± 0.250")]
    [InlineData("cdnv", 123456.7, 21.0, "123457 ± 21")]
    public void ADeviationHasTheDecimalsOfItsMean(string metric, double mean, double deviation, string expected)
    {
        var row = new SummaryRow { Metric = metric, N = 2, Mean = mean, StandardDeviation = deviation };

        Assert.Equal(expected, MetricText.Both(MetricText.Of(metric), row));
    }

    [Fact]
    public void OneSeedIsPrintedWithoutDeviation()
    {
        Assert.Equal("0.1250", MetricText.Both(MetricText.Of("nc1"), SummaryRow.Of("nc1", [0.125])));
    }

    [Theory]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    public void AMeanThatIsNoFiniteNumberIsPrintedWithoutDeviation(double value, string expected)
    {
        Assert.Equal(expected, MetricText.Both(MetricText.Of("mu"), SummaryRow.Of("mu", [value, 3])));
    }

    [Theory]
    [InlineData(36.4, "36 s")]
    [InlineData(59.6, "1 min 0 s")]
    [InlineData(3599.4, "59 min 59 s")]
    [InlineData(7800, "2 h 10 min")]
    public void DurationsHaveTwoUnitsAtMost(double seconds, string expected)
    {
        Assert.Equal(expected, Duration.Text(seconds));
    }
}
