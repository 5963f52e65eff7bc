namespace NeuralCollapse.Specs;

/// <summary>The network between the images and the last-layer features; a linear classifier with bias follows. Or no network at all.</summary>
public abstract record ModelSpec
{
    /// <summary>
    /// How such a network is usually trained: what <c>new</c> writes into a spec. By default as <see cref="TrainingSpec"/> has it, which suits
    /// networks of convolutions on small images.
    /// </summary>
    /// <param name="epochs">Epochs of training.</param>
    public virtual TrainingSpec UsualTraining(int epochs) => new() { Epochs = epochs };
}
