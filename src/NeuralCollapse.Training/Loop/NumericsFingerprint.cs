using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// Tells machines apart by the bits they compute: a hash of the weights after a small fixed training, which has in it convolution, batch
/// norm, matrix product, softmax and optimiser, and of some values of the C library's functions. Equal fingerprints promise equal results.
/// </summary>
public static class NumericsFingerprint
{
    /// <summary>12 hexadecimal digits, after the kind of device where it is not the processor: <c>cuda-0123456789ab</c>.</summary>
    public static string Compute(ComputeDevice device = default, Numerics numerics = Numerics.Portable)
    {
        device.Prepare(numerics);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var cell = new NetworkCell
        {
            Data = new GlyphsData { Train = 40, Test = 10 },
            Model = new WideResNetModel { Depth = 10, Width = 1 },
            Loss = new FocalLoss { Gamma = 3 },
            Mixup = new Mixup { Alpha = 0.5 },
            Training = new()
            {
                Epochs = 1,
                BatchSize = 20,
                Optimizer = new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 1e-4 },
                Schedule = new ConstantSchedule(),
            },
            Measure = new() { Epochs = [1] },
            Numerics = numerics,
            Seed = 0,
        };
        foreach (var trained in Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => { }, device))
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>(trained.OnTrain().Logits));
            hash.AppendData(MemoryMarshal.AsBytes<float>(trained.ClassifierWeights));
        }

        for (var x = 0.1; x < 10; x *= 1.7)
            hash.AppendData(MemoryMarshal.AsBytes<double>([Math.Exp(x), Math.Log(x), Math.Pow(x, 0.7), Math.Sqrt(x)]));
        return (device.IsProcessor ? "" : $"{device.Kind}-") + Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
