using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>The linear map x W' + b of tokens, with the parameters of PyTorch's Linear.</summary>
internal sealed class LinearMap : nn.Module<Tensor, Tensor>, IDrawn
{
    public LinearMap(int input, int output)
        : base("linear")
    {
        register_parameter("weight", new(zeros(output, input)));
        register_parameter("bias", new(zeros(output)));
    }

    public IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn => [("weight", Weight, InitialWeights.Linear(Weight.shape[1]))];

    private Parameter Weight => get_parameter("weight")!; // O x I

    private Parameter Bias => get_parameter("bias")!; // O

    public override Tensor forward(Tensor tokens) => Of(tokens, Weight, Bias);

    /// <summary>N x T x O of tokens, N x T x I, with a weight O x I and a bias O.</summary>
    public static Tensor Of(Tensor tokens, Tensor weight, Tensor bias)
    {
        if (!ComputeDevice.ConvolvesLinearMaps)
            return nn.functional.linear(tokens, weight, bias);
        using var scope = NewDisposeScope();
        var image = tokens.transpose(1, 2).unsqueeze(2); // N x I x 1 x T, channels-last as it lies in memory
        var kernels = weight.view(weight.shape[0], weight.shape[1], 1, 1);
        return nn.functional.conv2d(image, kernels, bias).squeeze(2).transpose(1, 2).MoveToOuterDisposeScope();
    }
}
