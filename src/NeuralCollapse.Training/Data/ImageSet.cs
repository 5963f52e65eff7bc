namespace NeuralCollapse.Training;

/// <summary>Images of one split as bytes, with their labels.</summary>
public sealed record ImageSet
{
    /// <summary>N x C x H x W intensities, 0 to 255, row-major.</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>N labels, from 0.</summary>
    public required int[] Labels { get; init; }

    public required ImageShape Shape { get; init; }

    public int Count => Labels.Length;
}
