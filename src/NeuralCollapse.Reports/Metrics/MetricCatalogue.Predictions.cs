namespace NeuralCollapse.Reports;

/// <content>Losses, accuracy and calibration.</content>
internal static partial class MetricCatalogue
{
    private static IReadOnlyList<MetricDescription> OfPredictions =>
    [
        new()
        {
            Name = "objective", Title = "Training objective", IsLogarithmic = true,
            Meaning = "Mean of the loss over the last epoch as it was trained on: of mixed samples where the cell mixes.",
        },
        new() { Name = "train-loss", Title = "Train loss", IsLogarithmic = true, Meaning = "Mean loss of the unmixed training samples." },
        new() { Name = "test-loss", Title = "Test loss", IsLogarithmic = true, Meaning = "Mean loss of the test samples." },
        new()
        {
            Name = "train-accuracy", Title = "Train accuracy", IsFraction = true,
            Meaning = "Part of the unmixed training samples classified right.",
        },
        new()
        {
            Name = "test-accuracy", Title = "Test accuracy", IsFraction = true,
            Meaning = "Part of the test samples classified right.",
        },
        new()
        {
            Name = "train-ece", Title = "Train ECE", IsFraction = true,
            Meaning = "Expected calibration error of the training samples: mean distance of confidence and accuracy over 15 bins of equal width.",
        },
        new()
        {
            Name = "test-ece", Title = "Test ECE", IsFraction = true,
            Meaning = "Expected calibration error of the test samples: mean distance of confidence and accuracy over 15 bins of equal width.",
        },
        new()
        {
            Name = "test-nll", Title = "Test NLL", IsLogarithmic = true,
            Meaning = "Mean cross-entropy of the softmax of the test logits, in nats, whatever the loss of the cell.",
        },
        new()
        {
            Name = "test-brier", Title = "Test Brier score",
            Meaning =
                "Mean squared distance of the softmax outputs from the one-hot label over the test samples, in [0, 2]; uniform " +
                "outputs give 1 - 1/C.",
        },
        new()
        {
            Name = "test-adaptive-ece", Title = "Test adaptive ECE", IsFraction = true,
            Meaning = "Calibration error of the test samples over 15 bins of equal count instead of equal width.",
        },
        new()
        {
            Name = "test-confidence-gap", Title = "Test confidence gap", IsFraction = true,
            Meaning = "Mean confidence less accuracy of the test samples: above 0 overconfident, below 0 too modest.",
        },
        new()
        {
            Name = "validation-loss", Title = "Validation loss", IsLogarithmic = true,
            Meaning = "Mean loss of the images held out from training.",
        },
        new()
        {
            Name = "validation-accuracy", Title = "Validation accuracy", IsFraction = true,
            Meaning = "Part of the images held out from training classified right.",
        },
        new()
        {
            Name = "temperature", Title = "Temperature", IsLogarithmic = true,
            Meaning =
                "The number by which the logits are to be divided for the least cross-entropy on the validation images; 1 where " +
                "nothing is to be gained.",
        },
        new()
        {
            Name = "test-ece-scaled", Title = "Test ECE, scaled", IsFraction = true,
            Meaning =
                "Expected calibration error of the test samples after temperature scaling: with their logits divided by the " +
                "temperature.",
        },
    ];
}
