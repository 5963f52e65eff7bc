using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Initial weights as a pure function of (seed, parameter name): libtorch's own draws are overwritten.</summary>
internal static class InitialWeights
{
    /// <summary>
    /// Convolutions: normal with variance 2 / fan-out (He et al. 2015, equation 14). Linear maps: uniform in +-1/sqrt(fan-in), as PyTorch
    /// does. Class token and positions: normal with deviation 0.02. Scales of normalisations: 1. Biases: 0.
    /// </summary>
    public static void Draw(Network network, int seed)
    {
        using var noGradient = no_grad();
        foreach (var (path, module) in network.named_modules())
        {
            if (module is Conv2d conv)
            {
                var (output, kernel) = (conv.weight.shape[0], conv.weight.shape[2] * conv.weight.shape[3]);
                var deviation = Math.Sqrt(2.0 / (output * kernel));
                Fill(conv.weight, new RandomStream(seed, $"weights/{path}"), random => deviation * random.NextNormal());
                conv.weight = ChannelsLast.Parameter(conv.weight);
            }
            else if (module is Linear linear)
            {
                var bound = 1 / Math.Sqrt(linear.weight.shape[1]);
                Fill(linear.weight, new RandomStream(seed, $"weights/{path}"), random => random.NextUniform(-bound, bound));
                linear.bias?.zero_();
            }
            else if (module is PatchEmbedding patches)
            {
                foreach (var (name, values) in patches.Embeddings)
                    Fill(values, new RandomStream(seed, $"weights/{path}.{name}"), random => 0.02 * random.NextNormal());
            }
        }
    }

    private static void Fill(Tensor weight, RandomStream random, Func<RandomStream, double> draw)
    {
        var values = new float[weight.numel()];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)draw(random);
        using var drawn = tensor(values).view(weight.shape);
        weight.copy_(drawn);
    }
}
