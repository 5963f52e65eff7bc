using System.Diagnostics;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Trains, measures and records one cell, in a process of its own.</summary>
/// <param name="canonicalJson">The cell.</param>
/// <param name="label">Its axes and seed, for people.</param>
/// <param name="folders">Where data sets are, and where weights and checkpoints go.</param>
/// <param name="asked">What to train networks on.</param>
/// <param name="revision">What the program was built from, where it is known.</param>
/// <param name="stated">What the experiment states of its results.</param>
/// <param name="report">Told of progress.</param>
internal sealed class Worker(
    string canonicalJson, string label, WorkerFolders folders, ComputeDevice asked, Revision? revision, Statement? stated, Action<WorkerMessage> report)
{
    private readonly CellSpec cell = CanonicalJson.Read(canonicalJson);
    private readonly string id = CanonicalJson.Id(canonicalJson);
    private readonly string kept = Work.KeptFolder(folders.Runs, CanonicalJson.Id(canonicalJson));
    private readonly LiveView live = new(folders.Runs);
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;

    /// <summary>What this cell is trained on.</summary>
    private ComputeDevice Device => cell is UfmCell ? default : asked;

    private Precision Precision => (cell as NetworkCell)?.Training.Precision ?? Precision.Float32;

    /// <summary>Trains from the beginning, or from where an interrupted training has left its state.</summary>
    /// <param name="interval">Least time between two checkpoints.</param>
    /// <param name="stop">Asks to save the state and end.</param>
    /// <exception cref="OperationCanceledException">It was asked to, and has done so.</exception>
    public CellRecord Train(TimeSpan interval, CancellationToken stop)
    {
        var (total, training) = (Stopwatch.StartNew(), new Stopwatch());
        var numerics = NumericsFingerprint.Compute(Device, cell.Numerics, Precision);
        var checkpoints = new Checkpoints(kept, canonicalJson, numerics, interval, text => report(new Noted(text)), stop);
        var soFar = checkpoints.SoFar;
        var (trainedBefore, before) = (soFar.TrainingSeconds, soFar.TotalSeconds);
        if (soFar.Started is null)
        {
            (soFar.Started, soFar.Commit, soFar.Dirty, soFar.Stated) = (started, revision?.Commit, revision?.IsDirty, stated);
            (soFar.Host, soFar.Processor) = (Environment.MachineName, Provenance.Processor());
        }
        else
        {
            soFar.Resumed.Add(new(started, revision?.Commit, Environment.MachineName, Provenance.Processor()));
        }

        return UnlessDiverged(
            () =>
            {
                training.Start();
                foreach (var measure in CellTraining.Run(cell, folders.Data, new(kept, id, numerics), Step, Device, checkpoints, Loaded))
                {
                    training.Stop();
                    Add(soFar.Measured, measure());
                    live.Show(Now());
                    training.Start();
                }
            },
            Now);

        void Loaded(string hash)
        {
            RequireSameData(soFar.Data, hash, $"or remove {kept}, and it begins anew");
            soFar.Data = hash;
        }

        void Step(Progress step)
        {
            Clock();
            report(new StepDone(step));
        }

        void Clock() =>
            (soFar.TrainingSeconds, soFar.TotalSeconds) = (trainedBefore + training.Elapsed.TotalSeconds, before + total.Elapsed.TotalSeconds);

        CellRecord Now()
        {
            Clock();
            return Record(soFar.Measured, numerics, Provenance.Now(Device, soFar));
        }
    }

    /// <summary>Measures from the weights that were kept; where, when and with what it was trained stays as recorded.</summary>
    /// <param name="recorded">What is recorded of the training.</param>
    /// <param name="stop">Asks to end after the epoch that is being measured.</param>
    /// <exception cref="UserErrorException">The weights are not those of the training, or this machine computes other digits.</exception>
    public CellRecord MeasureAgain(CellRecord recorded, CancellationToken stop)
    {
        var numerics = NumericsFingerprint.Compute(Device, cell.Numerics, Precision);
        if (numerics != recorded.Numerics)
        {
            throw new UserErrorException(
                $"{label}: expected the numerics it was trained with, {recorded.Numerics}, got {numerics} of {Device.Name} on this machine\n" +
                "  remedy: measure it again where it was trained, on the same kind of device, or train it again with --force");
        }

        var epochs = new List<Measurement>();
        return UnlessDiverged(
            () =>
            {
                foreach (var measured in CellTraining.Again(cell, folders.Data, new(kept, id, numerics), Device, hash => RequireSameData(recorded.Environment.Data, hash, "or train it again with --force")))
                {
                    stop.ThrowIfCancellationRequested();
                    Add(epochs, measured);
                }
            },
            () => Record(epochs, numerics, recorded.Environment with { MeasuredAgain = started, MeasuredAgainCommit = revision?.Commit }) with { Curve = recorded.Curve });
    }

    /// <summary>What a training or measuring leaves: of one that diverges what was measured before, and where that was.</summary>
    private CellRecord UnlessDiverged(Action work, Func<CellRecord> record)
    {
        try
        {
            work();
            return record();
        }
        catch (DivergedException end)
        {
            var diverged = new Divergence(end.Quantity, end.Value, end.Epoch, end.Step);
            report(new Noted($"diverged: {diverged}; it is recorded so, and not tried again"));
            return record() with { Diverged = diverged };
        }
    }

    /// <summary>A training that went on with other images would have numbers that no training has.</summary>
    private void RequireSameData(string? before, string now, string otherwise)
    {
        if (before is not null && before != now)
        {
            throw new UserErrorException(
                $"{label}: expected the data that it was begun with, of the SHA-256 {before[..12]}, got others, of {now[..12]}\n" +
                $"  remedy: put the same data into {folders.Data}, {otherwise}");
        }
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
        Reliability = epochs.Count > 0 ? epochs[^1].Reliability : [],
        Lambdas = [.. epochs.SelectMany(epoch => epoch.Lambdas)],
        Layers = [.. epochs.SelectMany(epoch => epoch.Layers)],
        Curve = epochs.Count > 0 ? epochs[^1].Curve : [],
        Projections = [.. epochs.Select(epoch => epoch.Projection).OfType<Projection>()],
        Environment = environment,
    };
}

/// <summary>Where a worker finds data sets, and where it leaves what is no result.</summary>
internal sealed record WorkerFolders(string Data, string Runs);
