using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Runs every cell that is not recorded yet; the same command goes on after any interruption.</summary>
internal static class RunVerb
{
    public static int Run(ParseResult command)
    {
        var folders = new Folders(command.GetRequiredValue(Options.Data), command.GetRequiredValue(Options.Results));
        var store = new ResultStore(folders.Results);
        var plans = Selection.Plans(command);
        var claims = new SortedDictionary<string, ClaimedExperiment>(StringComparer.Ordinal);
        try
        {
            // In the order of the names, so that of two commands that want the same experiments one gets them all.
            foreach (var name in plans.Select(plan => plan.Name).Distinct().Order(StringComparer.Ordinal))
                claims.Add(name, store.Claim(name));
            return Run(command, folders, store, plans, claims);
        }
        finally
        {
            foreach (var claim in claims.Values)
                claim.Dispose();
        }
    }

    private static int Run(
        ParseResult command, Folders folders, ResultStore store, IReadOnlyList<Plan> plans, IReadOnlyDictionary<string, ClaimedExperiment> claims)
    {
        var cells = (from plan in plans
                     from cell in plan.Cells
                     where command.GetValue(Options.Force) || !store.IsRecorded(plan.Name, cell.Id)
                     select (plan, cell)).ToList();
        foreach (var plan in plans)
            store.WritePlan(plan);
        var code = cells.Count == 0 ? ExitCode.Done : Run(command, folders, claims, cells);
        foreach (var plan in plans.Where(p => p.Cells.All(c => store.IsRecorded(p.Name, c.Id))))
        {
            var recorded = RecordedPlan.Of(plan);
            store.WriteSummary(ExperimentSummary.Of(recorded, store.ReadAll(recorded)));
            Console.WriteLine($"{plan.Name}: {plan.Cells.Count} of {plan.Cells.Count} cells recorded in {Path.Combine(folders.Results, plan.Name)}");
        }

        return code;
    }

    private static int Run(
        ParseResult command, Folders folders, IReadOnlyDictionary<string, ClaimedExperiment> claims, IReadOnlyList<(Plan Plan, Cell Cell)> cells)
    {
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupt.Cancel();
        };
        var jobs = command.GetValue(Options.Jobs);
        var revision = Revision.OfThisProgram(out var unknown);
        if (revision is null)
            Console.Error.WriteLine($"the commit of this program is unknown, and recorded as null: {unknown}");
        Console.WriteLine($"{cells.Count} cells to run, {Math.Min(jobs, cells.Count)} at once");
        var live = Console.IsOutputRedirected ? null : new LiveTable(cells.Count);
        IProgressView view = live is null ? new PlainLog(Console.Out, cells.Count) : live;
        var work = new CellQueue(folders, claims, revision, jobs, command.GetValue(Options.KeepGoing), view).Run(cells, interrupt.Token);
        var code = (live is null ? work : live.During(work)).GetAwaiter().GetResult();
        if (code == ExitCode.Interrupted)
            Console.Error.WriteLine("interrupted: finished cells are recorded; the same command goes on with the others");
        return code;
    }
}
