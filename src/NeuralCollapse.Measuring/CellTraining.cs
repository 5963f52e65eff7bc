using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Trains a cell of either kind, or takes the weights that were kept of it, and measures it: what is recorded while training, what is measured
/// again later and what is measured of somebody else's weights comes from the same code.
/// </summary>
public static class CellTraining
{
    /// <summary>
    /// Trains on the calling thread and yields, after each epoch that is to be measured, what measures it: to be called before training goes
    /// on.
    /// </summary>
    /// <param name="cell">What to train.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="kept">Where weights and features go that are kept; null: nowhere.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="device">What to train a network on; the unconstrained features model is always trained on the processor.</param>
    /// <param name="checkpoints">What to begin from, and where to leave the state between steps; null: from the beginning, nowhere.</param>
    /// <param name="loaded">Told of the content hash of the data set before anything is made of it.</param>
    /// <exception cref="UserErrorException">The data set is not there, or damaged.</exception>
    /// <exception cref="DivergedException">A loss, a parameter or an output is no longer a finite number.</exception>
    public static IEnumerable<Func<Measurement>> Run(
        CellSpec cell, string dataFolder, KeptArtifacts? kept, Action<Progress> progress, ComputeDevice device = default, ICheckpoints? checkpoints = null,
        Action<string>? loaded = null)
    {
        if (cell is UfmCell ufm)
        {
            var measuring = new UfmMeasuring(ufm);
            foreach (var trained in UfmTrainer.Train(ufm, progress, checkpoints))
            {
                yield return () =>
                {
                    kept?.Write(ufm, trained);
                    return measuring.Of(trained);
                };
            }
        }
        else
        {
            var network = (NetworkCell)cell;
            var data = DataSet.Load(network.Data, dataFolder);
            loaded?.Invoke(data.ContentHash());
            var measuring = new NetworkMeasuring(network, data);
            foreach (var trained in Trainer.Train(network, data, progress, device, checkpoints))
            {
                yield return () =>
                {
                    kept?.Write(network, trained);
                    return measuring.Of(trained);
                };
            }
        }
    }

    /// <summary>Measures a cell again from the weights that were kept of its measured epochs, in the order of the epochs.</summary>
    /// <param name="cell">What was trained.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="kept">Where the weights are.</param>
    /// <param name="device">What to compute a network's outputs on.</param>
    /// <param name="loaded">As of <see cref="Run"/>.</param>
    /// <exception cref="UserErrorException">Weights are missing, damaged or not those of this cell; or the data set is not there.</exception>
    public static IEnumerable<Measurement> Again(CellSpec cell, string dataFolder, KeptArtifacts kept, ComputeDevice device = default, Action<string>? loaded = null)
    {
        if (cell is UfmCell ufm)
        {
            var measuring = new UfmMeasuring(ufm);
            foreach (var epoch in ufm.MeasuredEpochs)
                yield return measuring.Of(kept.ReadUfm(ufm, epoch));
        }
        else
        {
            var network = (NetworkCell)cell;
            var data = DataSet.Load(network.Data, dataFolder);
            loaded?.Invoke(data.ContentHash());
            var measuring = new NetworkMeasuring(network, data);
            foreach (var trained in Trainer.Replay(network, data, network.MeasuredEpochs.Select(epoch => kept.ReadNetwork(network, epoch)), device))
            {
                kept.WriteFeatures(network, trained);
                yield return measuring.Of(trained);
            }
        }
    }

    /// <summary>Measures given weights as those of a network after the last epoch of a cell.</summary>
    /// <param name="cell">Whose model, data and measures they are for.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="weights">A safetensors file of this or another program.</param>
    /// <exception cref="UserErrorException">The arrays are not those of the network, or the data set is not there.</exception>
    public static Measurement Evaluate(NetworkCell cell, string dataFolder, string weights)
    {
        var kept = new KeptEpoch(cell.Training.Epochs, double.NaN, KeptArtifacts.NetworkArrays(SafetensorsFile.Read(weights)), weights);
        var data = DataSet.Load(cell.Data, dataFolder);
        return Trainer.Replay(cell, data, [kept]).Select(new NetworkMeasuring(cell, data).Of).Single();
    }
}
