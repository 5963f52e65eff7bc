namespace NeuralCollapse.Training;

/// <summary>What the last two layers make of N samples, row-major.</summary>
/// <param name="Features">N x D last-layer features.</param>
/// <param name="Logits">N x C logits.</param>
/// <param name="Labels">N labels.</param>
/// <param name="Loss">Mean over the samples of the loss that is trained on, with nothing mixed.</param>
public sealed record LayerOutputs(float[] Features, float[] Logits, int[] Labels, double Loss);
