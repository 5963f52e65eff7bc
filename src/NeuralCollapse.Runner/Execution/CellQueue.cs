using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Runs cells, several processes at once, in the order of the plan.</summary>
internal sealed class CellQueue(Folders folders, int jobs, bool keepGoing, IProgressView view)
{
    /// <summary>Runs all cells; after one has failed no other is started, unless going on was asked for.</summary>
    /// <returns>The exit code of the whole.</returns>
    public async Task<int> Run(IReadOnlyList<(Plan Plan, Cell Cell)> cells, CancellationToken cancellation)
    {
        var waiting = new Queue<(Plan Plan, Cell Cell)>(cells);
        var running = new List<Task<int>>();
        var worst = ExitCode.Done;
        while (running.Count > 0 || waiting.Count > 0)
        {
            while (running.Count < jobs && waiting.TryDequeue(out var next))
                running.Add(Run(next.Plan, next.Cell, cancellation));
            var done = await Task.WhenAny(running);
            running.Remove(done);
            worst = Math.Max(worst, await done);
            if (cancellation.IsCancellationRequested || (worst != ExitCode.Done && !keepGoing))
                waiting.Clear();
        }

        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : worst;
    }

    private async Task<int> Run(Plan plan, Cell cell, CancellationToken cancellation)
    {
        view.Started(plan.Name, cell);
        var (code, errors) = await WorkerProcess.Run(plan.Name, cell, folders, message => view.Heard(cell, message), cancellation);
        if (cancellation.IsCancellationRequested)
            return ExitCode.Interrupted;
        if (code == ExitCode.Done)
            view.Finished(plan.Name, cell);
        else
            view.Failed(plan.Name, cell, code, errors.Trim());
        return code is ExitCode.Done or ExitCode.UserMistake ? code : ExitCode.Failed;
    }
}
