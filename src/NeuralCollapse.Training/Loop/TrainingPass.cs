namespace NeuralCollapse.Training;

/// <summary>What one epoch of training shows by itself, of the samples as they were trained on: mixed where the cell mixes.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="LearningRate">That of its last step.</param>
/// <param name="Objective">Mean loss, each batch's before its step.</param>
/// <param name="Accuracy">Part of the samples classified right, likewise; of a mixed sample each label counts its share.</param>
public sealed record TrainingPass(int Epoch, double LearningRate, double Objective, double Accuracy);
