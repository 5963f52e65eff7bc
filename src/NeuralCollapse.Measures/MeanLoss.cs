namespace NeuralCollapse.Measures;

/// <summary>The loss that is trained on, as the trainer reports it.</summary>
public static class MeanLoss
{
    public static Metric Objective { get; } = new()
    {
        Name = "objective",
        Title = "Training objective",
        IsLogarithmic = true,
        Meaning = "Mean of the training objective over the last epoch: the loss on mixed samples where the cell uses mixup.",
        Value = measured => measured.Objective,
    };

    public static Metric OnTrain { get; } = new()
    {
        Name = "train-loss",
        Title = "Train loss",
        IsLogarithmic = true,
        Meaning = "Mean loss on the unmixed training samples.",
        Value = measured => measured.Train?.Loss,
    };

    public static Metric OnTest { get; } = new()
    {
        Name = "test-loss",
        Title = "Test loss",
        IsLogarithmic = true,
        Meaning = "Mean loss on the test samples.",
        Value = measured => measured.Test?.Loss,
    };

    public static Metric OnValidation { get; } = new()
    {
        Name = "validation-loss",
        Title = "Validation loss",
        IsLogarithmic = true,
        Meaning = "Mean loss on the images held out from training.",
        Value = measured => measured.Validation?.Loss,
    };
}
