using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Initial weights as a pure function of (seed, parameter name): libtorch's own draws are overwritten.</summary>
internal static class InitialWeights
{
    /// <summary>
    /// Convolutions: normal with variance 2 / fan-out (He et al. 2015, equation 14). Linear maps: uniform in +-1/sqrt(fan-in), as PyTorch
    /// does. A last layer that is fixed: a simplex in random directions. Class token and positions: normal with deviation 0.02. Scales of normalisations: 1. Biases: 0.
    /// </summary>
    public static void Draw(Network network, int seed)
    {
        using var noGradient = no_grad();
        RandomStream Stream(string parameter) => new(seed, $"weights/{parameter}");
        foreach (var (path, module) in network.named_modules().Prepend(("", network)))
        {
            foreach (var (name, values, draw) in (module as IDrawn)?.Drawn ?? [])
                Fill(values, Stream(path.Length == 0 ? name : $"{path}.{name}"), draw);
            if (module is Conv2d conv)
            {
                var deviation = Math.Sqrt(2.0 / (conv.weight.shape[0] * conv.weight.shape[2] * conv.weight.shape[3]));
                Fill(conv.weight, Stream($"{path}.weight"), random => deviation * random.NextNormal());
                conv.bias?.zero_();
                conv.weight = ChannelsLast.Parameter(conv.weight);
            }
            else if (module == network.Classifier && network.Simplex is { } simplex)
            {
                Fill(network.Classifier.weight, Simplex(network.Classifier.weight.shape, simplex.Scale, Stream($"{path}.weight")));
            }
            else if (module is Linear linear)
            {
                Fill(linear.weight, Stream($"{path}.weight"), Linear(linear.weight.shape[1]));
                linear.bias?.zero_();
            }
        }
    }

    /// <summary>A weight of a linear map.</summary>
    public static Func<RandomStream, double> Linear(long fanIn) => random => random.NextUniform(-1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn));

    /// <summary>A value of a learned token or position.</summary>
    public static double Embedding(RandomStream random) => 0.02 * random.NextNormal();

    /// <summary>Rows of a length, in random directions.</summary>
    private static double[] Simplex(long[] shape, double length, RandomStream random)
    {
        var (classes, features) = ((int)shape[0], (int)shape[1]);
        return SimplexWeights.Of(classes, features, length * length * classes / (classes - 1), random);
    }

    private static void Fill(Tensor weight, RandomStream random, Func<RandomStream, double> draw)
    {
        var values = new double[weight.numel()];
        for (var i = 0; i < values.Length; i++)
            values[i] = draw(random);
        Fill(weight, values);
    }

    private static void Fill(Tensor weight, double[] values)
    {
        using var drawn = tensor(Array.ConvertAll(values, value => (float)value)).view(weight.shape);
        weight.copy_(drawn);
    }
}

/// <summary>A module with parameters of its own that are drawn, beside those of convolutions and linear maps.</summary>
internal interface IDrawn
{
    /// <summary>Their names inside the module, and how each value is drawn.</summary>
    IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn { get; }
}
