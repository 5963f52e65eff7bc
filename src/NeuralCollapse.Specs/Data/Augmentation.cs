namespace NeuralCollapse.Specs;

/// <summary>How training images are varied. Measuring always sees the images as they are.</summary>
public enum Augmentation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>
    /// Moved by up to 4 pixels up, down, left and right; what becomes free is the mean of the training set, which after normalisation is 0.
    /// </summary>
    Crop,

    /// <summary>Moved likewise, and mirrored left to right with probability 1/2; refused where a mirror image is of another class.</summary>
    CropFlip,
}
