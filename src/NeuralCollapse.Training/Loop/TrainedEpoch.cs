using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// A trained network after an epoch, to be asked for its outputs before training goes on. It answers in evaluation mode, unless another is asked for: batch norm uses
/// its running statistics; and never changes them, so measuring more often does not change training.
/// </summary>
public sealed partial class TrainedEpoch
{
    private readonly LossFunction lossFunction;
    private readonly int batchSize; // that of training, so that measuring needs no more memory
    private readonly Network network;
    private readonly Splits splits;

    internal TrainedEpoch(int epoch, IReadOnlyList<TrainingPass> passes, NetworkCell cell, Network network, Splits splits)
    {
        (Epoch, Passes, lossFunction, batchSize) = (epoch, passes, LossFunction.Of(cell.Loss), cell.Training.BatchSize);
        Objective = passes.Count > 0 ? passes[^1].Objective : double.NaN;
        (this.network, this.splits) = (network, splits);
    }

    /// <summary>Epochs trained so far.</summary>
    public int Epoch { get; }

    /// <summary>Mean training loss over the epoch, as trained on: mixed where the cell mixes; NaN before training.</summary>
    public double Objective { get; init; }

    /// <summary>Every epoch so far; none where the weights were kept from another time.</summary>
    public IReadOnlyList<TrainingPass> Passes { get; }

    /// <summary>Weights of the classifier, C x D row-major.</summary>
    public float[] ClassifierWeights => Values(network.Classifier.weight);

    /// <summary>Biases of the classifier, C; zeros where it has none.</summary>
    public float[] ClassifierBiases => network.Classifier.bias is { } bias ? Values(bias) : new float[network.Classifier.weight.shape[0]];

    /// <summary>All parameters and running statistics, the classifier's among them.</summary>
    public IReadOnlyList<NetworkArray> Arrays() => network.Arrays();

    /// <summary>Outputs on every training sample, unmixed, in the order of the data set.</summary>
    /// <exception cref="DivergedException">One of them, or their loss, is not finite.</exception>
    public LayerOutputs OnTrain() => On(splits.Train, "training samples");

    /// <summary>Outputs on every test sample.</summary>
    /// <exception cref="DivergedException">One of them, or their loss, is not finite.</exception>
    public LayerOutputs OnTest() => On(splits.Test, "test samples");

    /// <summary>Outputs on every sample held out from training; null where none are.</summary>
    /// <exception cref="DivergedException">One of them, or their loss, is not finite.</exception>
    public LayerOutputs? OnValidation() => splits.Validation is { } heldOut ? On(heldOut, "validation samples") : null;

    /// <summary>Last-layer features, N x D, of mixed training samples.</summary>
    /// <param name="pairs">The samples.</param>
    /// <param name="mode">How batch norm normalises them; in training mode in batches of equal size, at least half of that of training.</param>
    /// <exception cref="DivergedException">One of them is not finite.</exception>
    public float[] FeaturesOf(IReadOnlyList<MixedPair> pairs, NormalizationMode mode = NormalizationMode.Evaluation)
    {
        using var noGradient = no_grad();
        using var normalization = new NormalizationScope(network, mode);
        var features = new float[pairs.Count * network.Classifier.weight.shape[1]];
        var batches = (pairs.Count + batchSize - 1) / batchSize;
        var done = 0;
        foreach (var chunk in pairs.Chunk(mode == NormalizationMode.Evaluation ? batchSize : (pairs.Count + batches - 1) / batches))
        {
            using var scope = NewDisposeScope();
            done += Copy(network.Features(Mixed(chunk)), features, done);
        }

        ThrowUnlessFinite("a feature of mixed samples", features);
        return features;
    }

    /// <summary>Mixed training images, in the dispose scope of the caller.</summary>
    private Tensor Mixed(MixedPair[] pairs)
    {
        var lambda = splits.Train.Device.Take(tensor(pairs.Select(p => (float)p.Lambda).ToArray()).view(-1, 1, 1, 1));
        var (samples, _) = splits.Train.At(pairs.Select(p => p.Sample).ToArray());
        var (partners, _) = splits.Train.At(pairs.Select(p => p.Partner).ToArray());
        return (samples * lambda) + (partners * (1 - lambda));
    }

    private LayerOutputs On(Batches split, string samples)
    {
        network.eval();
        using var noGradient = no_grad();
        var (classes, dimensions) = (network.Classifier.weight.shape[0], network.Classifier.weight.shape[1]);
        var (features, logits) = (new float[split.Count * dimensions], new float[split.Count * classes]);
        var (done, loss) = (0, 0.0);
        foreach (var places in Enumerable.Range(0, split.Count).Chunk(batchSize))
        {
            using var scope = NewDisposeScope();
            var (images, labels) = split.At(places);
            var layer = network.Features(images);
            var scores = network.Classifier.forward(layer);
            Copy(layer, features, done * (int)dimensions);
            Copy(scores, logits, done * (int)classes);
            loss += lossFunction.Mean(scores, labels).item<float>() * (double)places.Length;
            done += places.Length;
        }

        ThrowUnlessFinite($"a feature of {samples}", features);
        ThrowUnlessFinite($"a logit of {samples}", logits);
        DivergedException.ThrowUnlessFinite($"the loss on {samples}", loss, Epoch);
        return new(features, logits, split.Labels, loss / split.Count);
    }

    private void ThrowUnlessFinite(string output, float[] values)
    {
        foreach (var value in values)
            DivergedException.ThrowUnlessFinite(output, value, Epoch);
    }

    private static float[] Values(Tensor tensor)
    {
        var values = new float[tensor.numel()];
        Copy(tensor, values, 0);
        return values;
    }

    /// <summary>Copies a tensor, row-major, into an array from a place on.</summary>
    /// <returns>How many values that were.</returns>
    private static int Copy(Tensor tensor, float[] values, int start)
    {
        using var scope = NewDisposeScope();
        tensor.detach().cpu().contiguous().data<float>().CopyTo(values, start);
        return (int)tensor.numel();
    }
}

/// <summary>What the last two layers make of N samples, row-major.</summary>
/// <param name="Features">N x D last-layer features.</param>
/// <param name="Logits">N x C logits.</param>
/// <param name="Labels">N labels.</param>
/// <param name="Loss">Mean over the samples of the loss that is trained on, with nothing mixed.</param>
public sealed record LayerOutputs(float[] Features, float[] Logits, int[] Labels, double Loss);
