namespace NeuralCollapse.Training;

/// <summary>How far a training is: epochs and steps from 1, and the mean loss of the epoch so far.</summary>
public readonly record struct Progress(int Epoch, int Epochs, int Step, int Steps, double Loss);
