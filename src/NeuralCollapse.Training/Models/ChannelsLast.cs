using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// The channels-last memory layout, which TorchSharp has no name for: N x C x H x W by shape, N x H x W x C in memory. oneDNN's
/// convolutions then work in place of reordering both ways: 1.3 times faster at one thread.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>The same values, N x C x H x W, laid out channels-last.</summary>
    public static Tensor Of(Tensor x) => x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>A parameter with the values of another, laid out channels-last.</summary>
    public static Parameter Parameter(Tensor x) => new(Of(x).detach(), requires_grad: true);
}
