namespace NeuralCollapse.Specs;

/// <summary>What of a pair of samples is mixed.</summary>
public enum MixedParts
{
    /// <summary>Images and labels alike: mixup.</summary>
    InputsAndTargets,

    /// <summary>
    /// The labels alone: the network sees clean images whose labels are half wrong, a noisy label smoothing that is often taken for mixup.
    /// </summary>
    TargetsOnly,
}
