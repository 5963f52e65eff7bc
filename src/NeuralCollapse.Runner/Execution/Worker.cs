using System.Diagnostics;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Trains, measures and records one cell, in a process of its own.</summary>
/// <param name="canonicalJson">The cell.</param>
/// <param name="label">Its axes and seed, for people.</param>
/// <param name="dataFolder">Where downloaded data sets lie.</param>
/// <param name="asked">What to train networks on.</param>
/// <param name="revision">What the program was built from, where it is known.</param>
/// <param name="report">Told of progress.</param>
internal sealed class Worker(string canonicalJson, string label, string dataFolder, ComputeDevice asked, Revision? revision, Action<WorkerMessage> report)
{
    private readonly CellSpec cell = CanonicalJson.Read(canonicalJson);
    private readonly string id = CanonicalJson.Id(canonicalJson);
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;

    /// <summary>What this cell is trained on.</summary>
    private ComputeDevice Device => cell is UfmCell ? default : asked;

    public CellRecord Train()
    {
        var (total, training) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        var numerics = NumericsFingerprint.Compute(Device, cell.Numerics);
        var epochs = new List<Measurement>();
        foreach (var measure in CellTraining.Run(cell, dataFolder, new(Work.KeptFolder(id), id, numerics), step => report(new StepDone(step)), Device))
        {
            training.Stop();
            Add(epochs, measure());
            training.Start();
        }

        return Record(epochs, numerics, Provenance.Now(revision, Device, started, training.Elapsed, total.Elapsed));
    }

    /// <summary>Measures from the weights that were kept; where, when and with what it was trained stays as recorded.</summary>
    /// <exception cref="UserErrorException">The weights are not those of the training, or this machine computes other digits.</exception>
    public CellRecord MeasureAgain(CellRecord recorded)
    {
        var numerics = NumericsFingerprint.Compute(Device, cell.Numerics);
        if (numerics != recorded.Numerics)
        {
            throw new UserErrorException(
                $"{label}: expected the numerics it was trained with, {recorded.Numerics}, got {numerics} of {Device.Name} on this machine\n" +
                "  remedy: measure it again where it was trained, on the same kind of device, or train it again with --force");
        }

        var epochs = new List<Measurement>();
        foreach (var measured in CellTraining.Again(cell, dataFolder, new(Work.KeptFolder(id), id, numerics), Device))
            Add(epochs, measured);
        return Record(epochs, numerics, recorded.Environment with { MeasuredAgain = started, MeasuredAgainCommit = revision?.Commit }) with { Curve = recorded.Curve };
    }

    private void Add(List<Measurement> epochs, Measurement measured)
    {
        epochs.Add(measured);
        report(EpochMeasured.Of(measured.Row));
    }

    private CellRecord Record(List<Measurement> epochs, string numerics, RunEnvironment environment) => new()
    {
        Id = id,
        Label = label,
        CanonicalJson = canonicalJson,
        Numerics = numerics,
        Epochs = [.. epochs.Select(epoch => epoch.Row)],
        Reliability = epochs[^1].Reliability,
        Lambdas = [.. epochs.SelectMany(epoch => epoch.Lambdas)],
        Curve = epochs[^1].Curve,
        Projections = [.. epochs.Select(epoch => epoch.Projection).OfType<Projection>()],
        Environment = environment,
    };
}
