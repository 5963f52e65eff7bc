namespace NeuralCollapse.Specs;

/// <summary>How training images are varied. Measuring always sees the images as they are.</summary>
public enum Augmentation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Moved by up to 4 pixels in each direction, the mean of the training set filling what becomes free.</summary>
    Crop,

    /// <summary>Moved likewise, and every second one mirrored left to right.</summary>
    CropFlip,
}
