namespace NeuralCollapse.Training;

/// <summary>Lambda parts of the training sample at one place and 1 - lambda parts of that at another.</summary>
public readonly record struct MixedPair(int Sample, int Partner, double Lambda);
