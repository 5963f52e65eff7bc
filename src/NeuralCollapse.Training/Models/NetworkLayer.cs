using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>A step of a network on the way from images to features: a block, or what stands between the last one and the features.</summary>
/// <param name="name">PyTorch's name of the module that it ends with, such as <c>layer1.0</c>; of one with parameters where an activation follows.</param>
/// <param name="parts">Its modules, which are run one after the other.</param>
public sealed class NetworkLayer(string name, params nn.Module<Tensor, Tensor>[] parts)
{
    public string Name => name;

    /// <summary>What the layer makes of what the one before it made. What the parts make in between is freed here.</summary>
    internal Tensor Forward(Tensor input)
    {
        var output = parts[0].call(input);
        for (var i = 1; i < parts.Length; i++)
        {
            var next = parts[i].call(output);
            output.Dispose();
            output = next;
        }

        return output;
    }
}
