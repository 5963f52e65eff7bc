namespace NeuralCollapse.Training;

/// <summary>A parameter or buffer of a network.</summary>
/// <param name="Name">Its path, such as <c>blocks.group1-block0.conv1.weight</c>.</param>
/// <param name="Shape">For convolutions output channels, input channels, height, width.</param>
/// <param name="Values">Row-major in the order of the shape, whatever the layout in memory.</param>
public sealed record NetworkArray(string Name, IReadOnlyList<int> Shape, float[] Values)
{
    /// <summary>The shape as people write it: <c>[16, 3, 3, 3]</c>.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
