using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs.Tests;

public sealed class RecordingMetrics
{
    [Fact]
    public void ANetworkOfWhichAllIsMeasuredHasEveryMetric() => Assert.Equal(
        MetricTable.OfNetwork.Select(metric => metric.Name),
        RecordedMetrics.Of(Example.Cell("train: 256", "train: 256, validation: 100").Spec));

    [Fact]
    public void ImagesHeldOutAddWhatIsMeasuredOfThem()
    {
        var without = RecordedMetrics.Of(Example.Cell().Spec);
        var with = RecordedMetrics.Of(Example.Cell("train: 256", "train: 256, validation: 100").Spec);

        Assert.Equal(["validation-loss", "validation-accuracy", "temperature", "test-ece-scaled"], with.Except(without));
        Assert.Empty(without.Except(with));
    }

    [Fact]
    public void WithoutMixedPairsNothingIsMeasuredOfThem()
    {
        var with = RecordedMetrics.Of(Example.Cell().Spec);
        var without = RecordedMetrics.Of(Example.Cell("[1, 4]", "[1, 4], mixed-pairs: 0").Spec);

        Assert.Equal(
            ["mixed-nc1", "alpha-same", "mu", "amplification", "amplification-miss", "coefficient-ratio", "excess-loss"],
            with.Except(without));
    }

    [Theory]
    [InlineData("simplex, scale: 1")]
    [InlineData(
        "learned, weight-decay: 0.05",
        "predicted-mu", "nc2-equinorm-weights", "nc2-equiangular-weights", "nc3-structure", "nc3-distance-squared", "nc3-cosine-distance")]
    public void OfTheUnconstrainedFeaturesModelALearnedClassifierIsMeasuredToo(string classifier, params string[] more)
    {
        var cell = Assert.Single(Example.Cells(ReadingUfmCells.Valid.Replace("simplex, scale: 1", classifier, StringComparison.Ordinal)));

        Assert.Equal(
            ["objective", "mu", "alpha-same", "amplification", "alpha-error", "beta-error", "amplification-error", .. more],
            RecordedMetrics.Of(cell.Spec));
    }

    [Fact]
    public void ACellOfAnotherKindHasNone()
    {
        var cell = new OtherCell { Loss = new CrossEntropyLoss(), Seed = 0 };

        Assert.Equal("no metrics for OtherCell", Assert.Throws<NotSupportedException>(() => RecordedMetrics.Of(cell)).Message);
    }

    private sealed record OtherCell : CellSpec
    {
        public override IReadOnlyList<int> MeasuredEpochs => [1];
    }
}
