namespace NeuralCollapse.Training;

/// <summary>The training loss is infinite or not a number: the run stops rather than go on to record it.</summary>
public sealed class NonFiniteLossException(int epoch, int step, float value)
    : Exception($"the loss is {value} at epoch {epoch}, step {step}: a smaller learning rate may help");
