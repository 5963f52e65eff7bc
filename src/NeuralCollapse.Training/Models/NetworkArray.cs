using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>The values of a tensor under its name: a parameter or buffer of a network, or a moment of an optimizer.</summary>
/// <param name="Name">Of parameters and buffers as in a state dict of PyTorch, such as <c>layer1.0.conv1.weight</c>.</param>
/// <param name="Shape">For convolutions output channels, input channels, height, width; of a count none.</param>
/// <param name="Values">Of float or double, or of long for a count; row-major in the order of the shape, whatever the layout in memory.</param>
public sealed record NetworkArray(string Name, IReadOnlyList<int> Shape, Array Values)
{
    /// <summary>The shape as people write it: <c>[16, 3, 3, 3]</c>.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";

    /// <summary>A copy of the values of a tensor; those of the half-sized types become float.</summary>
    public static NetworkArray Of(string name, Tensor values)
    {
        using var scope = NewDisposeScope();
        var detached = values.detach().cpu();
        Array copy = !values.is_floating_point() ? detached.to(int64).contiguous().data<long>().ToArray()
            : values.dtype == ScalarType.Float64 ? detached.contiguous().data<double>().ToArray()
            : detached.to(float32).contiguous().data<float>().ToArray();
        return new(name, Array.ConvertAll(values.shape, extent => checked((int)extent)), copy);
    }

    /// <summary>Writes the values into a tensor of the same shape, which keeps its type and its layout in memory.</summary>
    public void CopyTo(Tensor target)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var values = Values switch { long[] counts => tensor(counts), double[] numbers => tensor(numbers), _ => tensor((float[])Values) };
        target.copy_(values.view(target.shape));
    }
}
