using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>Cells small enough to train in a moment.</summary>
internal static class Cells
{
    public static NetworkCell Small { get; } = new()
    {
        Data = new GlyphsData { Train = 60, Test = 20 },
        Model = new MlpModel { Hidden = [16] },
        Loss = new CrossEntropyLoss(),
        Training = new()
        {
            Epochs = 2,
            BatchSize = 20,
            Optimizer = new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 1e-4 },
            Schedule = new ConstantSchedule(),
        },
        Measure = new() { Epochs = [2] },
        Seed = 0,
    };

    public static NetworkCell WithEpochs(this NetworkCell cell, int epochs, params int[] measured) =>
        cell with { Training = cell.Training with { Epochs = epochs }, Measure = cell.Measure with { Epochs = measured } };

    /// <summary>Logits on the training set after the last epoch: every weight has a hand in them.</summary>
    public static float[] FinalLogits(this NetworkCell cell)
    {
        float[] logits = [];
        foreach (var trained in Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => { }))
            logits = trained.OnTrain().Logits;
        return logits;
    }
}
