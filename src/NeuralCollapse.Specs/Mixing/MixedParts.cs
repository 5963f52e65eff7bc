namespace NeuralCollapse.Specs;

/// <summary>What of a pair of samples is mixed.</summary>
public enum MixedParts
{
    /// <summary>Images and labels alike.</summary>
    InputsAndTargets,

    /// <summary>
    /// The labels alone, which is often taken for mixup and is none: the network sees clean images with mixed labels, a noisy label smoothing
    /// under which cross-entropy cannot fall below 1.677 for 10 classes and alpha 1, where the floor of mixup is 0.45.
    /// </summary>
    TargetsOnly,
}
