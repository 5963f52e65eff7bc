using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>What a trained cell leaves for other programs, too large to be committed.</summary>
public static class KeptArtifacts
{
    /// <summary>Writes what the spec asks to keep; an older file is replaced.</summary>
    public static void Write(MeasureSpec measure, string folder, TrainedEpoch trained)
    {
        if (measure.KeepWeights)
            SafetensorsFile.Write(Path.Combine(folder, "weights.safetensors"), trained.Arrays().Select(a => NamedArray.Of(a.Name, a.Values, a.Shape)));
        if (measure.KeepFeatures)
            NpzFile.Write(Path.Combine(folder, "features.npz"), Features(trained));
    }

    /// <summary>As <c>collapse measure</c> reads them: H [N, D] and y [N] of the training set, W [C, D] and b [C]; then the test set's.</summary>
    private static IEnumerable<NamedArray> Features(TrainedEpoch trained)
    {
        var (train, test) = (trained.OnTrain(), trained.OnTest());
        var (weights, biases) = (trained.ClassifierWeights, trained.ClassifierBiases);
        var (classes, dimension) = (biases.Length, weights.Length / biases.Length);
        return
        [
            NamedArray.Of("H", train.Features, train.Labels.Length, dimension),
            NamedArray.Of("y", Wide(train.Labels), train.Labels.Length),
            NamedArray.Of("W", weights, classes, dimension),
            NamedArray.Of("b", biases, classes),
            NamedArray.Of("H_test", test.Features, test.Labels.Length, dimension),
            NamedArray.Of("y_test", Wide(test.Labels), test.Labels.Length),
        ];
    }

    private static long[] Wide(int[] labels) => Array.ConvertAll(labels, label => (long)label);
}
