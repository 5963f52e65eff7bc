using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Runs cells, several processes at once, in the order of the plan.</summary>
/// <param name="folders">Where data are.</param>
/// <param name="claims">The experiments of the cells, by name.</param>
/// <param name="revision">What the program was built from, where it is known.</param>
/// <param name="places">The device of each process that may run at once.</param>
/// <param name="keepGoing">Whether to go on after a cell has failed.</param>
/// <param name="view">Told of progress.</param>
internal sealed class CellQueue(
    Folders folders, IReadOnlyDictionary<string, ClaimedExperiment> claims, Revision? revision, IReadOnlyList<ComputeDevice> places, bool keepGoing, IProgressView view)
{
    /// <summary>Runs all cells; after one has failed no other is started, unless going on was asked for.</summary>
    /// <returns>The exit code of the whole.</returns>
    public async Task<int> Run(IReadOnlyList<Work> cells, CancellationToken cancellation)
    {
        var waiting = new Queue<Work>(cells);
        var free = new Queue<ComputeDevice>(places);
        var running = new Dictionary<Task<int>, ComputeDevice>();
        var worst = ExitCode.Done;
        while (running.Count > 0 || waiting.Count > 0)
        {
            while (free.Count > 0 && waiting.TryDequeue(out var next))
            {
                var device = free.Dequeue();
                running.Add(Run(next, device, cancellation), device);
            }

            var done = await Task.WhenAny(running.Keys);
            free.Enqueue(running[done]);
            running.Remove(done);
            worst = Math.Max(worst, await done);
            if (cancellation.IsCancellationRequested || (worst != ExitCode.Done && !keepGoing))
                waiting.Clear();
        }

        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : worst;
    }

    private async Task<int> Run(Work next, ComputeDevice device, CancellationToken cancellation)
    {
        var (plan, cell, need) = next;
        view.Started(plan.Name, cell);
        IReadOnlyList<string> written = [];
        var (code, errors) = await WorkerProcess.Run(
            cell, claims[plan.Name].Begin(cell.Id), need == Need.Measuring ? Path.Combine(folders.Results, plan.Name, "cells", cell.Id) : null,
            folders.Data, device, revision, Hear, cancellation);
        if (cancellation.IsCancellationRequested)
            return ExitCode.Interrupted;
        if (code == ExitCode.Done)
            (code, errors) = Publish(plan, cell, written);
        if (code == ExitCode.Done)
            view.Finished(plan.Name, cell);
        else
            view.Failed(plan.Name, cell, code, errors.Trim());
        return code is ExitCode.Done or ExitCode.UserError ? code : ExitCode.Failed;

        void Hear(WorkerMessage message)
        {
            if (message is CellWritten cellWritten)
                written = cellWritten.Files;
            else
                view.Heard(cell, message);
        }
    }

    /// <summary>The worker only writes: an orphan, which a killed command may leave for a moment, can then never publish.</summary>
    private (int ExitCode, string Errors) Publish(Plan plan, Cell cell, IReadOnlyList<string> written)
    {
        try
        {
            claims[plan.Name].Publish(cell.Id, written);
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

/// <summary>Where data sets are read from and results written to.</summary>
internal sealed record Folders(string Data, string Results);

/// <summary>Shows a person how the cells are doing. Called from several threads.</summary>
internal interface IProgressView
{
    void Started(string experiment, Cell cell);

    void Heard(Cell cell, WorkerMessage message);

    void Finished(string experiment, Cell cell);

    void Failed(string experiment, Cell cell, int exitCode, string errors);
}
