using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>
/// While it is not disposed, libtorch computes the operations of the calling thread in a narrower type where its list says that a network bears
/// it: convolutions, matrix products and attention. Weights are converted once, whatever number of operations takes them.
/// </summary>
internal readonly ref struct Autocast
{
    private readonly DeviceType device;
    private readonly bool isOn;

    /// <param name="precision">Of float32 nothing is changed.</param>
    /// <param name="device">Where the operations are computed.</param>
    public Autocast(Precision precision, ComputeDevice device)
    {
        (this.device, isOn) = (device.Torch.type, precision == Precision.Bfloat16);
        if (!isOn)
            return;
        LibTorchContext.SetAutocastType(this.device, torch.ScalarType.BFloat16);
        LibTorchContext.SetAutocast(this.device, isOn: true);
    }

    public void Dispose()
    {
        if (!isOn)
            return;
        LibTorchContext.SetAutocast(device, isOn: false);
        LibTorchContext.ClearAutocastCache(); // of converted weights, which the step is about to change
    }
}
