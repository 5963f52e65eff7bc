using System.Globalization;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Runs cells, several processes at once, in the order of the plan.</summary>
/// <param name="settings">Where data are, and how to run.</param>
/// <param name="claims">The experiments of the cells, by name.</param>
/// <param name="revision">What the program was built from, where it is known.</param>
/// <param name="view">Told of progress.</param>
internal sealed class CellQueue(RunSettings settings, IReadOnlyDictionary<string, ClaimedExperiment> claims, Revision? revision, IProgressView view)
{
    private readonly Dictionary<string, Statement?> statements = new(StringComparer.Ordinal); // asked of git once, before the first cell

    private const int Killed = 128 + 9; // SIGKILL

    private const string DeathByKilling =
        "its process was killed; the system does that where memory runs out\n  remedy: train fewer cells at once with --jobs=N, or use a smaller training.batch-size or network";

    /// <summary>Runs all cells; after one has failed no other is started, unless going on was asked for.</summary>
    /// <param name="cells">What to run.</param>
    /// <param name="stop">Lets running cells save their state and end, and starts no other.</param>
    /// <param name="kill">Ends them at once.</param>
    /// <returns>The exit code of the whole.</returns>
    public async Task<int> Run(IReadOnlyList<Work> cells, CancellationToken stop, CancellationToken kill)
    {
        foreach (var plan in cells.Select(work => work.Plan).DistinctBy(plan => plan.Name))
            statements[plan.Name] = Revision.StatementOf(plan);
        var waiting = new Queue<Work>(cells);
        var free = new Queue<ComputeDevice>(settings.Places);
        var running = new Dictionary<Task<int>, ComputeDevice>();
        var worst = ExitCode.Done;
        while (running.Count > 0 || waiting.Count > 0)
        {
            while (free.Count > 0 && waiting.TryDequeue(out var next))
            {
                var device = free.Dequeue();
                running.Add(Run(next, device, stop, kill), device);
            }

            var done = await Task.WhenAny(running.Keys);
            free.Enqueue(running[done]);
            running.Remove(done);
            worst = Math.Max(worst, await done);
            if (stop.IsCancellationRequested || (worst != ExitCode.Done && !settings.KeepGoing))
                waiting.Clear();
        }

        return stop.IsCancellationRequested ? ExitCode.Interrupted : worst;
    }

    private async Task<int> Run(Work next, ComputeDevice device, CancellationToken stop, CancellationToken kill)
    {
        var (plan, cell, _) = next;
        view.Started(plan.Name, cell);
        IReadOnlyList<string> written = [];
        var (code, errors) = await WorkerProcess.Run(cell, device, Arguments(next), Hear, stop, kill);
        if (code == ExitCode.Interrupted || kill.IsCancellationRequested)
            return ExitCode.Interrupted;
        if (code == ExitCode.Done)
            (code, errors) = Publish(plan, cell, written);
        if (code == ExitCode.Done)
            view.Finished(plan.Name, cell);
        else
            view.Failed(plan.Name, cell, code, code == Killed ? DeathByKilling : errors.Trim());
        return code is ExitCode.Done or ExitCode.UserError ? code : ExitCode.Failed;

        void Hear(WorkerMessage message)
        {
            if (message is CellWritten cellWritten)
                written = cellWritten.Files;
            else
                view.Heard(cell, message);
        }
    }

    private IEnumerable<string> Arguments(Work next)
    {
        var (plan, cell, need) = next;
        yield return $"--data={settings.Data}";
        yield return $"--folder={claims[plan.Name].Begin(cell.Id)}";
        yield return $"--runs={settings.Runs}";
        yield return FormattableString.Invariant($"--checkpoint-seconds={settings.CheckpointSeconds}");
        if (need == Need.Measuring)
            yield return $"--measure-again={Path.Combine(settings.Results, plan.Name, "cells", cell.Id)}";
        if (revision is not null)
        {
            yield return $"--commit={revision.Commit}";
            yield return $"--dirty={revision.IsDirty}";
        }

        if (statements[plan.Name] is { } stated)
        {
            yield return $"--stated={stated.Hash}";
            if (stated is { Commit: { } commit, CommittedAt: { } at })
            {
                yield return $"--stated-commit={commit}";
                yield return $"--stated-at={at.ToString("O", CultureInfo.InvariantCulture)}";
            }
        }
    }

    /// <summary>The worker only writes: an orphan, which a killed command may leave for a moment, can then never publish.</summary>
    private (int ExitCode, string Errors) Publish(Plan plan, Cell cell, IReadOnlyList<string> written)
    {
        try
        {
            claims[plan.Name].Publish(cell.Id, written);
            Checkpoints.Remove(settings.KeptFolder(cell.Id));
            new LiveView(settings.Runs).Remove(cell.Id);
            return (ExitCode.Done, "");
        }
        catch (UserErrorException error)
        {
            return (ExitCode.UserError, error.Message);
        }
    }
}

/// <summary>Which processes run at once, and on what.</summary>
internal static class Places
{
    /// <summary>The device of each process; devices take turns, so that few processes are spread over all.</summary>
    /// <param name="devices">Of one kind.</param>
    /// <param name="jobs">Processes in all, at most.</param>
    /// <param name="perDevice">Processes of each device; null: one, and of the processor as many as in all.</param>
    public static IReadOnlyList<ComputeDevice> Of(IReadOnlyList<ComputeDevice> devices, int jobs, int? perDevice) =>
        [.. Enumerable.Repeat(devices, perDevice ?? (devices[0].IsProcessor ? jobs : 1)).SelectMany(all => all).Take(jobs)];
}

/// <summary>Shows a person how the cells are doing. Called from several threads.</summary>
internal interface IProgressView
{
    void Started(string experiment, Cell cell);

    void Heard(Cell cell, WorkerMessage message);

    void Finished(string experiment, Cell cell);

    /// <summary>The running cells have been asked to save their state and end.</summary>
    void Stopping();

    void Failed(string experiment, Cell cell, int exitCode, string errors);
}
