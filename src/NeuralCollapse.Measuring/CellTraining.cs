using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>Trains a cell of any kind: a network on images, or the unconstrained features model, which has neither.</summary>
public static class CellTraining
{
    /// <summary>
    /// Trains on the calling thread and yields, after each epoch that is to be measured, what measures it: to be called before training goes
    /// on.
    /// </summary>
    /// <param name="cell">What to train.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="keptFolder">Where weights and features go that the spec asks to keep.</param>
    /// <param name="progress">Told of every step.</param>
    /// <exception cref="UserMistakeException">The data set is not there, or damaged.</exception>
    /// <exception cref="DivergedException">A loss, a parameter or an output is no longer a finite number.</exception>
    public static IEnumerable<Func<Measurement>> Run(CellSpec cell, string dataFolder, string keptFolder, Action<Progress> progress)
    {
        if (cell.Model is UnconstrainedModel)
        {
            var free = new UnconstrainedMeasuring(cell);
            foreach (var trained in UnconstrainedTrainer.Train(cell, progress))
                yield return () => free.Of(trained);
            yield break;
        }

        var data = DataSet.Load(cell.Data, dataFolder);
        var network = new NetworkMeasuring(cell, data);
        foreach (var trained in Trainer.Train(cell, data, progress))
        {
            yield return () =>
            {
                if (trained.Epoch == cell.Training.Epochs)
                    KeptArtifacts.Write(cell.Measure, keptFolder, trained);
                return network.Of(trained);
            };
        }
    }

    /// <summary>Measures given weights as those of a network after the last epoch of a cell.</summary>
    /// <param name="cell">Whose model, data and measures they are for.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="weights">All arrays of the network.</param>
    /// <param name="source">Where they come from, for messages.</param>
    /// <exception cref="UserMistakeException">The arrays are not those of the network, or the data set is not there.</exception>
    public static Measurement Evaluate(CellSpec cell, string dataFolder, IEnumerable<NetworkArray> weights, string source)
    {
        var data = DataSet.Load(cell.Data, dataFolder);
        return Trainer.Evaluate(cell, data, weights, source, new NetworkMeasuring(cell, data).Of);
    }
}
