namespace NeuralCollapse.Measures;

/// <summary>
/// Temperature scaling (Guo et al. 2017, section 4.2): logits divided by one positive number T that is fitted on held-out data, so that
/// losses whose logits differ in scale can be compared in calibration. It leaves every prediction as it is.
/// </summary>
public static class TemperatureScaling
{
    public static Metric Temperature { get; } = new()
    {
        Name = "temperature",
        Title = "Temperature",
        IsLogarithmic = true,
        Meaning =
            "The number by which the logits must be divided to minimise the cross-entropy on the validation images; 1 where that " +
            "gains nothing, inf where uniform probabilities are best.",
        Value = measured => measured.Validation?.Logits is { } logits ? Fit(logits) : null,
    };

    public static Metric ScaledError { get; } = new()
    {
        Name = "test-ece-scaled",
        Title = "Test ECE, scaled",
        IsFraction = true,
        Meaning =
            "Expected calibration error on the test samples after temperature scaling, that is, with their logits divided by the " +
            "temperature.",
        Value = measured => measured is { Validation.Logits: { } heldOut, Test.Logits: { } test } ? ExpectedCalibrationError.Of(Apply(test, Fit(heldOut))) : null,
    };

    private const double Widest = 50;

    /// <summary>
    /// The T with the least cross-entropy on held-out logits, to rounding; infinite where uniform probabilities are better than any
    /// scale of these logits. Where all predictions are right, ever smaller T are better; the one returned leaves nothing to gain but
    /// rounding.
    /// </summary>
    public static double Fit(LabelledLogits heldOut)
    {
        ArgumentNullException.ThrowIfNull(heldOut);
        // Cross-entropy is convex in the inverse temperature: its slope, mean over samples of E_p[z] - z_y, does not decrease.
        double Slope(double inverse)
        {
            var sum = 0.0;
            for (var i = 0; i < heldOut.Samples; i++)
            {
                var row = heldOut[i];
                var probabilities = Softmax.Of(Scaled(row, inverse));
                for (var c = 0; c < probabilities.Length; c++)
                    sum += probabilities[c] * (row[c] - row[heldOut.Labels[i]]);
            }
            return sum;
        }
        return Slope(0) >= 0 ? double.PositiveInfinity : Math.Exp(-Bisection.Root(-Widest, Widest, logarithm => Slope(Math.Exp(logarithm))));
    }

    /// <summary>The logits divided by a temperature; an infinite one makes all equal.</summary>
    /// <exception cref="ArgumentException">The temperature is not positive.</exception>
    public static LabelledLogits Apply(LabelledLogits logits, double temperature)
    {
        ArgumentNullException.ThrowIfNull(logits);
        return temperature > 0
            ? new(Scaled(logits.Values, 1 / temperature), logits.Labels, logits.Classes)
            : throw new ArgumentException(FormattableString.Invariant($"Expected a positive temperature, got {temperature}."), nameof(temperature));
    }

    private static double[] Scaled(ReadOnlySpan<double> values, double factor)
    {
        var scaled = new double[values.Length];
        for (var j = 0; j < scaled.Length; j++)
            scaled[j] = values[j] * factor;
        return scaled;
    }
}
