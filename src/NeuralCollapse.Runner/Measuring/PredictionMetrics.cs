using NeuralCollapse.Measures;

namespace NeuralCollapse.Runner;

/// <summary>The measures of a network's predictions under the names they are recorded by.</summary>
internal static class PredictionMetrics
{
    /// <summary>Of the test set.</summary>
    public static IEnumerable<KeyValuePair<string, double>> OnTest(LabelledLogits logits, IReadOnlyList<ReliabilityBin> reliability) =>
    [
        new("test-accuracy", Accuracy.Of(logits)),
        new("test-ece", ExpectedCalibrationError.Of(reliability)),
        new("test-adaptive-ece", AdaptiveCalibrationError.Of(logits)),
        new("test-confidence-gap", ConfidenceGap.Of(reliability)),
        new("test-nll", CrossEntropy.Of(logits)),
        new("test-brier", BrierScore.Of(logits)),
    ];

    /// <summary>
    /// Of the images held out, and of the test set with the temperature fitted on them: the one calibration error in which losses whose
    /// logits differ in scale can be compared.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, double>> OnValidation(LabelledLogits validation, double loss, LabelledLogits test)
    {
        var temperature = TemperatureScaling.Fit(validation);
        return
        [
            new("validation-loss", loss),
            new("validation-accuracy", Accuracy.Of(validation)),
            new("temperature", temperature),
            new("test-ece-scaled", ExpectedCalibrationError.Of(TemperatureScaling.Apply(test, temperature))),
        ];
    }
}
