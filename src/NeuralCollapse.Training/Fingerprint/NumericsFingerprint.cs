using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// Tells machines apart by the bits they compute: a hash of the outputs of small fixed trainings, which have in them convolution, batch and
/// layer norm, attention, matrix products of both precisions, softmax and the moments of optimisers, and of some values of the C library's
/// functions. Equal fingerprints promise equal results.
/// </summary>
public static class NumericsFingerprint
{
    /// <summary>12 hexadecimal digits, after the kind of device where it is not the processor: <c>cuda-0123456789ab</c>.</summary>
    public static string Compute(ComputeDevice device = default, Numerics numerics = Numerics.Portable, Precision precision = Precision.Float32)
    {
        device.Prepare(numerics);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        DataSet colour = Pixels(count: 12, new(3, 16, 16), classes: 5), grey = Pixels(count: 12, new(1, 16, 16), classes: 5);
        var adam = new AdamWOptimizer { LearningRate = 0.01, WeightDecay = 0.1 };
        var sgd = new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 1e-3, Clip = 1 };
        Add(new WideResNetModel { Depth = 10, Width = 1 }, new FocalLoss { Gamma = 3 }, adam, colour);
        Add(new VitModel { Patch = 4, Dim = 32, Depth = 1, Heads = 2, Mlp = 64 }, new CrossEntropyLoss(), sgd, colour);
        Add(new MlpModel { Hidden = [96] }, new SmoothL1Loss { Kappa = 5, Beta = 1 }, adam, colour);
        if (numerics == Numerics.Native)
            Add(new WideResNetModel { Depth = 10, Width = 1 }, new CrossEntropyLoss(), sgd, grey); // whose layout is another there
        if (device.IsProcessor)
            AddUfm(hash); // which is trained nowhere else
        for (var x = 0.1; x < 10; x *= 1.7)
            hash.AppendData(MemoryMarshal.AsBytes<double>([Math.Exp(x), Math.Log(x), Math.Pow(x, 0.7), Math.Sin(x), Math.Cos(x)]));
        return (device.IsProcessor ? "" : $"{device.Kind}-") + Convert.ToHexStringLower(hash.GetHashAndReset())[..12];

        void Add(ModelSpec model, LossSpec loss, OptimizerSpec optimizer, DataSet data)
        {
            var cell = new NetworkCell
            {
                Data = new GlyphsData { Train = data.Train.Count, Test = data.Test.Count },
                Model = model,
                Loss = loss,
                Mixup = new Mixup { Alpha = 0.5 },
                Training = new() { Epochs = 1, BatchSize = 6, Optimizer = optimizer, Schedule = new ConstantSchedule(), Precision = precision },
                Measure = new() { Epochs = [1] },
                Numerics = numerics,
                Seed = 0,
            };
            foreach (var trained in Trainer.Train(cell, data, _ => { }, device))
            {
                hash.AppendData(MemoryMarshal.AsBytes<float>(trained.OnTrain().Logits));
                hash.AppendData(MemoryMarshal.AsBytes<float>(trained.ClassifierWeights));
            }
        }
    }

    private static void AddUfm(IncrementalHash hash)
    {
        var cell = new UfmCell
        {
            Ufm = new()
            {
                Classes = 5,
                Partners = 2,
                Lambdas = [0.5, 0.8],
                Dim = 7,
                Classifier = new LearnedClassifier { WeightDecay = 0.01 },
                FeatureDecay = 0.01,
            },
            Loss = new CrossEntropyLoss(),
            Training = new() { Epochs = 3, Optimizer = new AdamOptimizer { LearningRate = 0.1 }, Schedule = new ConstantSchedule() },
            Measure = new() { Epochs = [3] },
            Seed = 0,
        };
        foreach (var trained in UfmTrainer.Train(cell, _ => { }))
            hash.AppendData(MemoryMarshal.AsBytes<double>(trained.Features));
    }

    /// <summary>Images of random pixels, class by class.</summary>
    private static DataSet Pixels(int count, ImageShape shape, int classes)
    {
        var random = new RandomStream(0, "fingerprint");
        ImageSet Set() => new()
        {
            Pixels = [.. Enumerable.Range(0, count * shape.Size).Select(_ => (byte)random.NextIndex(256))],
            Labels = [.. Enumerable.Range(0, count).Select(i => i % classes)],
            Shape = shape,
        };
        return new() { Train = Set(), Test = Set(), ClassNames = DataSet.Numbered(classes) };
    }
}
