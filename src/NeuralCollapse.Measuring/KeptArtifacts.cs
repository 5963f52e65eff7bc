using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// What a trained cell leaves for other programs and for measuring again, too large to be committed: weights of its measured epochs, and the
/// features of the last. All tensors of PyTorch's state dict are in a file of weights, and where they come from is in its metadata.
/// </summary>
/// <param name="folder">A folder of its own for the cell; made when something is written.</param>
/// <param name="id">Id of the cell.</param>
/// <param name="numerics">Fingerprint of the numerics that it is trained, or was trained, with.</param>
public sealed class KeptArtifacts(string folder, string id, string numerics)
{
    private const string Remedy = "remove the file; the cell is then trained again";
    private const string Cell = "cell", Epoch = "epoch", Numerics = "numerics"; // keys of the metadata, as is the next

    private static readonly string Objective = MeanLoss.Objective.Name;

    /// <summary>Whether a folder has a file of weights for each measured epoch of a cell, whatever is in it.</summary>
    public static bool AreAllIn(string folder, CellSpec cell) => cell.MeasuredEpochs.All(epoch => File.Exists(WeightsIn(folder, cell, epoch)));

    /// <summary>Writes what the spec asks to keep of an epoch; an older file is replaced.</summary>
    public void Write(NetworkCell cell, TrainedEpoch trained)
    {
        if (cell.Measure.KeepWeights)
            Write(cell, trained.Epoch, trained.Objective, trained.Arrays().Select(Named));
        WriteFeatures(cell, trained);
    }

    /// <summary>Writes an epoch of the unconstrained features model; an older file is replaced.</summary>
    public void Write(UfmCell cell, UfmEpoch trained)
    {
        var (samples, classes, dimension) = (cell.Ufm.Samples, cell.Ufm.Classes, cell.Ufm.Dim);
        Write(cell, trained.Epoch, trained.Objective, [
            NamedArray.Of("features", trained.Features, samples, dimension), NamedArray.Of("weight", trained.Weights, classes, dimension),
            NamedArray.Of("bias", trained.Bias, classes), NamedArray.Of("offsets", trained.Offsets, samples)]);
    }

    /// <summary>
    /// After the last epoch, where the spec asks for it: as <c>collapse measure</c> reads them, H [N, D] and y [N] of the training set, W [C, D]
    /// and b [C]; then the test set's.
    /// </summary>
    public void WriteFeatures(NetworkCell cell, TrainedEpoch trained)
    {
        if (!cell.Measure.KeepFeatures || trained.Epoch != cell.Training.Epochs)
            return;
        var (train, test) = (trained.OnTrain(), trained.OnTest());
        var (weights, biases) = (trained.ClassifierWeights, trained.ClassifierBiases);
        var (classes, dimension) = (biases.Length, weights.Length / biases.Length);
        NpzFile.Write(Path.Combine(folder, "features.npz"), [
            NamedArray.Of("H", train.Features, train.Labels.Length, dimension), NamedArray.Of("y", Wide(train.Labels), train.Labels.Length),
            NamedArray.Of("W", weights, classes, dimension), NamedArray.Of("b", biases, classes),
            NamedArray.Of("H_test", test.Features, test.Labels.Length, dimension), NamedArray.Of("y_test", Wide(test.Labels), test.Labels.Length)]);
    }

    /// <summary>The weights of a network after an epoch.</summary>
    /// <exception cref="UserErrorException">They are missing, damaged, or another cell's or epoch's.</exception>
    public KeptEpoch ReadNetwork(NetworkCell cell, int epoch)
    {
        var path = WeightsIn(folder, cell, epoch);
        var (arrays, objective) = Read(path, epoch);
        return new(epoch, objective, NetworkArrays(arrays), path);
    }

    /// <summary>What the unconstrained features model had learned after an epoch.</summary>
    /// <exception cref="UserErrorException">As of a network.</exception>
    public UfmEpoch ReadUfm(UfmCell cell, int epoch)
    {
        var path = WeightsIn(folder, cell, epoch);
        var (arrays, objective) = Read(path, epoch);
        double[] Values(string name, int count) => arrays.TryGetValue(name, out var array) && array.Values.Length == count
            ? array.Values
            : throw new UserErrorException($"{path}: {name}: expected {count} numbers, got {array?.Values.Length ?? 0}\n  remedy: {Remedy}");
        var (samples, classes, dimension) = (cell.Ufm.Samples, cell.Ufm.Classes, cell.Ufm.Dim);
        return new()
        {
            Epoch = epoch,
            Objective = objective,
            Features = Values("features", samples * dimension),
            Weights = Values("weight", classes * dimension),
            Bias = Values("bias", classes),
            Offsets = Values("offsets", samples),
        };
    }

    /// <summary>The arrays of a network that a file has.</summary>
    public static IReadOnlyList<NetworkArray> NetworkArrays(IReadOnlyDictionary<string, NumericArray> arrays) =>
    [
        .. arrays.Select(a => new NetworkArray(a.Key, a.Value.Shape, a.Value.IsWhole
            ? Array.ConvertAll(a.Value.Values, value => (long)value)
            : Array.ConvertAll(a.Value.Values, value => (float)value))),
    ];

    private static string WeightsIn(string folder, CellSpec cell, int epoch) => Path.Combine(
        folder, epoch == cell.MeasuredEpochs[^1] ? "weights.safetensors" : FormattableString.Invariant($"weights-epoch-{epoch}.safetensors"));

    private void Write(CellSpec cell, int epoch, double objective, IEnumerable<NamedArray> arrays) =>
        SafetensorsFile.Write(WeightsIn(folder, cell, epoch), arrays, new Dictionary<string, string>
        {
            [Cell] = id,
            [Epoch] = Numbers.Format(epoch),
            [Objective] = Numbers.Format(objective),
            [Numerics] = numerics,
        });

    private (IReadOnlyDictionary<string, NumericArray> Arrays, double Objective) Read(string path, int epoch)
    {
        var arrays = SafetensorsFile.Read(path, out var metadata);
        foreach (var (key, expected) in new[] { (Cell, id), (Epoch, Numbers.Format(epoch)), (Numerics, numerics) })
        {
            if (metadata.GetValueOrDefault(key) is var got && got != expected)
                throw new UserErrorException($"{path}: expected weights of {key} {expected}, got {(got is null ? "none that say so" : $"those of {got}")}\n  remedy: {Remedy}");
        }

        return Numbers.TryParse(metadata.GetValueOrDefault(Objective, ""), out var objective)
            ? (arrays, objective)
            : throw new UserErrorException($"{path}: expected the {Objective} in its metadata, got none\n  remedy: {Remedy}");
    }

    internal static NamedArray Named(NetworkArray array) => array.Values switch
    {
        long[] counts => NamedArray.Of(array.Name, counts, array.Shape),
        double[] numbers => NamedArray.Of(array.Name, numbers, array.Shape),
        _ => NamedArray.Of(array.Name, (float[])array.Values, array.Shape),
    };

    private static long[] Wide(int[] labels) => Array.ConvertAll(labels, label => (long)label);
}
