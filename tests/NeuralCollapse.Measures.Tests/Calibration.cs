namespace NeuralCollapse.Measures.Tests;

public class Calibration
{
    [Fact]
    public void Confidence0BelongsToTheFirstBinAndConfidence1ToTheLast()
    {
        var bins = ReliabilityBins.From([0, 1], [false, true]);

        Assert.Equal(15, bins.Count);
        Assert.Equal(1, bins[0].Count);
        Assert.Equal(1, bins[14].Count);
        Assert.Equal(0, ExpectedCalibrationError.Of(bins));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(10)]
    [InlineData(7)]
    [InlineData(49)]
    public void AnEdgeBelongsToTheBinBelowIt(int count)
    {
        for (var edge = 1; edge <= count; edge++)
        {
            var upper = (double)edge / count;

            Assert.Equal(1, ReliabilityBins.From([upper], [true], count)[edge - 1].Count);
            Assert.Equal(1, ReliabilityBins.From([Math.BitDecrement(upper)], [true], count)[edge - 1].Count);
            if (edge < count)
                Assert.Equal(1, ReliabilityBins.From([Math.BitIncrement(upper)], [true], count)[edge].Count);
        }
    }

    [Fact]
    public void BinsAreContiguousAndCoverEverything()
    {
        var bins = ReliabilityBins.From([], []);

        Assert.Equal(0, bins[0].Lower);
        Assert.Equal(1, bins[^1].Upper);
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.Upper, pair.Second.Lower));
    }

    [Fact]
    public void ABinTellsCountMeanConfidenceAndAccuracy()
    {
        var bin = ReliabilityBins.From([0.61, 0.63, 0.65, 0.3], [true, true, false, true])[9];

        Assert.Equal((9 / 15.0, 10 / 15.0, 3), (bin.Lower, bin.Upper, bin.Count));
        Assert.Equal(0.63, bin.MeanConfidence, 1e-15);
        Assert.Equal(2 / 3.0, bin.Accuracy, 1e-15);
    }

    [Fact]
    public void AnEmptyBinHasNeitherConfidenceNorAccuracy()
    {
        var bin = ReliabilityBins.From([0.9], [true])[3];

        Assert.Equal((0, double.NaN, double.NaN), (bin.Count, bin.MeanConfidence, bin.Accuracy));
    }

    [Fact]
    public void PredictionsRightAsOftenAsTheySayHaveNoError()
    {
        var confidences = Enumerable.Repeat(0.75, 400).Concat(Enumerable.Repeat(0.5, 200)).ToArray();
        var correct = Enumerable.Range(0, 600).Select(i => i < 300 || i >= 500).ToArray();

        Assert.Equal(0, ExpectedCalibrationError.Of(ReliabilityBins.From(confidences, correct)), 1e-13);
    }

    [Fact]
    public void ErrorWeighsTheGapOfEachBinByItsCount()
    {
        var bins = ReliabilityBins.From([0.9, 0.9, 0.9, 0.2], [true, false, false, true]);

        Assert.Equal((0.75 * (0.9 - (1 / 3.0))) + (0.25 * 0.8), ExpectedCalibrationError.Of(bins), 1e-15);
    }

    [Fact]
    public void NoPredictionHasNoError() => Assert.Equal(double.NaN, ExpectedCalibrationError.Of(ReliabilityBins.From([], [])));

    [Theory]
    [InlineData(10, 0.2320)]
    [InlineData(100, 0.0267)]
    public void PerfectOneHotOutputsAreUnderconfidentBySoftmax(int classes, double confidence)
    {
        var values = new double[classes * classes];
        for (var c = 0; c < classes; c++)
            values[(c * classes) + c] = 1;
        var logits = new LabelledLogits(values, [.. Enumerable.Range(0, classes)], classes);

        Assert.Equal(Math.E / (Math.E + classes - 1), Softmax.Of(logits[0])[0], 1e-15);
        Assert.Equal(confidence, Softmax.Of(logits[0])[0], 5e-5);
        Assert.Equal(1 - (Math.E / (Math.E + classes - 1)), ExpectedCalibrationError.Of(logits), 1e-12);
    }

    [Fact]
    public void CertainAndRightPredictionsHaveNoError() =>
        Assert.Equal(0, ExpectedCalibrationError.Of(new LabelledLogits([1000, 0, 0, 0, 1000, 0], [0, 1], 3)));
}
