namespace NeuralCollapse.Measures;

/// <summary>Top-1 accuracy.</summary>
public static class Accuracy
{
    public static Metric OnTrain { get; } = new()
    {
        Name = "train-accuracy",
        Title = "Train accuracy",
        IsFraction = true,
        Meaning = "Fraction of the unmixed training samples that are classified correctly.",
        Value = measured => measured.Train?.Logits is { } logits ? Of(logits) : null,
    };

    public static Metric OnTest { get; } = new()
    {
        Name = "test-accuracy",
        Title = "Test accuracy",
        IsFraction = true,
        Meaning = "Fraction of the test samples that are classified correctly.",
        Value = measured => measured.Test?.Logits is { } logits ? Of(logits) : null,
    };

    public static Metric OnValidation { get; } = new()
    {
        Name = "validation-accuracy",
        Title = "Validation accuracy",
        IsFraction = true,
        Meaning = "Fraction of the images held out from training that are classified correctly.",
        Value = measured => measured.Validation?.Logits is { } logits ? Of(logits) : null,
    };

    /// <summary>The fraction of samples whose largest logit is that of their class, in [0, 1]; ties go to the lower class.</summary>
    public static double Of(LabelledLogits logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var hits = 0;
        for (var i = 0; i < logits.Samples; i++)
            hits += Argmax.Of(logits[i]) == logits.Labels[i] ? 1 : 0;
        return (double)hits / logits.Samples;
    }
}
