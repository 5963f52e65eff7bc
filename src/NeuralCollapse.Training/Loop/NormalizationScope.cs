using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Holds a network in one mode while it is measured, and gives it back in evaluation mode with the running statistics that it had.</summary>
internal sealed class NormalizationScope : IDisposable
{
    private readonly Network network;
    private readonly List<(Tensor Buffer, Tensor Kept)> kept = [];

    public NormalizationScope(Network network, NormalizationMode mode)
    {
        this.network = network;
        if (mode == NormalizationMode.Training)
        {
            kept.AddRange(network.buffers().Select(buffer => (buffer, buffer.clone().DetachFromDisposeScope())));
            network.train();
        }
        else
        {
            network.eval();
        }
    }

    public void Dispose()
    {
        network.eval();
        foreach (var (buffer, before) in kept)
        {
            buffer.copy_(before);
            before.Dispose();
        }
    }
}
