using System.Diagnostics;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Trains, measures and records one cell, in a process of its own.</summary>
internal static class Worker
{
    /// <param name="canonicalJson">The cell.</param>
    /// <param name="label">Its axes and seed, for people.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="revision">What the program was built from, where it is known.</param>
    /// <param name="report">Told of progress.</param>
    public static CellRecord Run(string canonicalJson, string label, string dataFolder, Revision? revision, Action<WorkerMessage> report)
    {
        var (started, total, training) = (DateTimeOffset.UtcNow, Stopwatch.StartNew(), Stopwatch.StartNew());
        var cell = CanonicalJson.Read(canonicalJson);
        LibTorch.Load();
        var numerics = NumericsFingerprint.Compute();
        var id = CanonicalJson.Id(canonicalJson);
        var epochs = new List<Measurement>();
        foreach (var measure in CellTraining.Run(cell, dataFolder, Path.Combine(".runs", id), step => report(new StepDone(step))))
        {
            training.Stop();
            epochs.Add(measure());
            report(EpochMeasured.Of(epochs[^1].Row));
            training.Start();
        }

        return new()
        {
            Id = id,
            Label = label,
            CanonicalJson = canonicalJson,
            Numerics = numerics,
            Epochs = [.. epochs.Select(epoch => epoch.Row)],
            Reliability = epochs[^1].Reliability,
            Lambdas = [.. epochs.SelectMany(epoch => epoch.Lambdas)],
            Projections = [.. epochs.Select(epoch => epoch.Projection).OfType<Projection>()],
            Environment = Provenance.Now(revision, started, training.Elapsed, total.Elapsed),
        };
    }
}
