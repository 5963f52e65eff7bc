using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Adds up an epoch's losses and right answers on the device, which is waited for only when they are read.</summary>
internal sealed class EpochTotals : IDisposable
{
    private readonly Tensor unread; // of the batches since the last reading: losses times samples, right answers
    private readonly Tensor losses; // its two elements
    private readonly Tensor answers;
    private double loss;
    private double right;
    private int seen;
    private int unreadSamples;

    /// <param name="device">Where the losses are.</param>
    /// <param name="start">What the epoch has added up to before.</param>
    public EpochTotals(ComputeDevice device, TrainingPosition start)
    {
        (loss, right, seen) = (start.Loss, start.Right, start.Seen);
        unread = zeros(2, ComputeDevice.WidestOn(device.Torch), device.Torch);
        (losses, answers) = (unread[0], unread[1]);
    }

    /// <summary>Mean loss of the samples of the batches that have been read.</summary>
    public double MeanLoss => loss / seen;

    /// <summary>Part of them classified right.</summary>
    public double Accuracy => right / seen;

    public void Add(BatchResult batch, int samples)
    {
        using var noGradient = no_grad();
        losses.add_(batch.Loss, alpha: samples);
        answers.add_(batch.Right);
        unreadSamples += samples;
    }

    /// <summary>Waits for the device and takes over what has been added.</summary>
    public void Read()
    {
        using var scope = NewDisposeScope();
        var read = unread.cpu().to(float64).data<double>();
        loss += read[0];
        right += read[1];
        seen += unreadSamples;
        unreadSamples = 0;
        unread.zero_();
    }

    /// <summary>What has been read, after a number of steps of an epoch.</summary>
    public TrainingPosition At(int epoch, int step) => new(epoch, step, loss, right, seen);

    public void Dispose()
    {
        losses.Dispose();
        answers.Dispose();
        unread.Dispose();
    }
}
