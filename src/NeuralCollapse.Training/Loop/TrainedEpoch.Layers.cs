using static TorchSharp.torch;

namespace NeuralCollapse.Training;

public sealed partial class TrainedEpoch
{
    /// <summary>Pooled outputs of every layer on every training sample, unmixed, in the order of the data set; the last layer's are the features.</summary>
    /// <exception cref="DivergedException">One of them is not finite.</exception>
    public IReadOnlyList<LayerFeatures> LayersOnTrain() => Layers(
        "training samples", Enumerable.Range(0, splits.Train.Count).Chunk(batchSize).Select(places => (Func<Tensor>)(() => splits.Train.At(places).Images)));

    /// <summary>The same of mixed training samples.</summary>
    /// <exception cref="DivergedException">One of them is not finite.</exception>
    public IReadOnlyList<LayerFeatures> LayersOf(IReadOnlyList<MixedPair> pairs) =>
        Layers("mixed samples", pairs.Chunk(batchSize).Select(chunk => (Func<Tensor>)(() => Mixed(chunk))));

    private List<LayerFeatures> Layers(string samples, IEnumerable<Func<Tensor>> batches)
    {
        network.eval();
        using var noGradient = no_grad();
        var values = network.Layers.Select(_ => new List<float>()).ToList();
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            foreach (var (layer, pooled) in network.FeaturesOfLayers(batch()).Index())
                values[layer].AddRange(Values(pooled));
        }

        List<LayerFeatures> layers = [.. network.Layers.Zip(values, (layer, features) => new LayerFeatures(layer.Name, [.. features]))];
        foreach (var layer in layers)
            ThrowUnlessFinite($"an output of {layer.Name} on {samples}", layer.Values);
        return layers;
    }
}

/// <summary>What a layer makes of N samples, pooled.</summary>
/// <param name="Name">Of the layer.</param>
/// <param name="Values">N x D, with the D of the layer, row-major.</param>
public sealed record LayerFeatures(string Name, float[] Values);
