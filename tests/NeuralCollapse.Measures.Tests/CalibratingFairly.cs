namespace NeuralCollapse.Measures.Tests;

public class CalibratingFairly
{
    [Fact]
    public void BrierScoreOfUniformOutputs() => Assert.Equal(0.75, BrierScore.Of(new([0, 0, 0, 0], [2], 4)), 1e-15);

    [Fact]
    public void BrierScoreOfCertainOutputs() => Assert.Equal(1, BrierScore.Of(new([1000, 0, 1000, 0], [0, 1], 2)), 1e-15);

    [Fact]
    public void BrierScoreOfTwoClasses() => Assert.Equal(2 * 0.3 * 0.3, BrierScore.Of(new([Math.Log(0.7), Math.Log(0.3)], [0], 2)), 1e-15);

    [Fact]
    public void GapHasTheSignOfOverconfidence()
    {
        Assert.Equal(0.9 - 0.5, ConfidenceGap.Of(ReliabilityBins.From([0.9, 0.9], [true, false])), 1e-15);
        Assert.Equal(-0.4, ConfidenceGap.Of(ReliabilityBins.From([0.5, 0.7], [true, true])), 1e-15);
        Assert.Equal(double.NaN, ConfidenceGap.Of(ReliabilityBins.From([], [])));
        Assert.Equal((Math.E / (Math.E + 1)) - 1, ConfidenceGap.Of(ReliabilityBins.From(new LabelledLogits([1, 0, 0, 1], [0, 1], 2))), 1e-15);
    }

    [Fact]
    public void AdaptiveBinsHoldEquallyMany()
    {
        double[] confidences = [0.99, 0.91, 0.95, 0.93];
        bool[] correct = [true, false, true, true];

        // bins {0.91, 0.93} and {0.95, 0.99}
        Assert.Equal((Math.Abs(1.84 - 1) + Math.Abs(1.94 - 2)) / 4, AdaptiveCalibrationError.Of(confidences, correct, 2), 1e-15);
        Assert.Equal((0.91 + 0.07 + 0.05 + 0.01) / 4, AdaptiveCalibrationError.Of(confidences, correct, 4), 1e-15);
        Assert.Equal(AdaptiveCalibrationError.Of(confidences, correct, 4), AdaptiveCalibrationError.Of(confidences, correct, 9), 1e-15);
        Assert.Equal(double.NaN, AdaptiveCalibrationError.Of([], []));
    }

    [Fact]
    public void AdaptiveErrorWithOneBinIsTheSizeOfTheGap()
    {
        var logits = new LabelledLogits([1, 0, 0, 0, 2, 0, 0, 1, 3], [0, 0, 2], 3);

        Assert.Equal(Math.Abs(ConfidenceGap.Of(ReliabilityBins.From(logits))), AdaptiveCalibrationError.Of(logits, 1), 1e-15);
        Assert.Throws<ArgumentException>(() => AdaptiveCalibrationError.Of([0.5], [true], 0));
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(40)]
    public void TemperatureUndoesAScale(double scale)
    {
        // Three of four right at logits (a, 0): the best says 3/4, so a/T = ln 3.
        var logits = new LabelledLogits([scale, 0, scale, 0, scale, 0, scale, 0], [0, 0, 0, 1], 2);

        var temperature = TemperatureScaling.Fit(logits);

        Assert.Equal(1, temperature * Math.Log(3) / scale, 1e-12);
        Assert.Equal(0, ExpectedCalibrationError.Of(TemperatureScaling.Apply(logits, temperature)), 1e-12);
    }

    [Fact]
    public void TemperatureIsNowhereBetterThanFitted()
    {
        var random = RandomCase.Vectors(5, 60, 4);
        var logits = new LabelledLogits(random.Values, [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? i % 4 : Argmax.Of(random[i]))], 4);

        var temperature = TemperatureScaling.Fit(logits);

        double At(double factor) => CrossEntropy.Of(TemperatureScaling.Apply(logits, temperature * factor));
        Assert.True(At(1) < At(0.99) && At(1) < At(1.01));
        Assert.Equal(Accuracy.Of(logits), Accuracy.Of(TemperatureScaling.Apply(logits, temperature)));
    }

    [Fact]
    public void LogitsWorseThanNoneAreScaledAway()
    {
        var wrong = new LabelledLogits([1, 0, 0, 1], [1, 0], 2);

        Assert.Equal(double.PositiveInfinity, TemperatureScaling.Fit(wrong));
        Assert.Equal(Math.Log(2), CrossEntropy.Of(TemperatureScaling.Apply(wrong, double.PositiveInfinity)), 1e-15);
    }

    [Fact]
    public void LogitsThatAreAlwaysRightHaveTheLeastTemperature() =>
        Assert.True(TemperatureScaling.Fit(new([1, 0, 0, 1], [0, 1], 2)) < 0.03);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void TemperatureIsPositive(double temperature) =>
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Apply(new([1, 0], [0], 2), temperature));
}
