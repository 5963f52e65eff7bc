using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Runs every cell that is not recorded yet; the same command goes on after any interruption.</summary>
internal static class RunCommand
{
    public static int Run(ParseResult command)
    {
        var folders = new Folders(command.GetRequiredValue(Options.Data), command.GetRequiredValue(Options.Results));
        var store = new ResultStore(folders.Results);
        var plans = Selection.Plans(command);
        DeviceSurvey.Require(command.GetRequiredValue(Options.Device));
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
        var force = command.GetValue(Options.Force);
        List<Work> cells = [.. plans.SelectMany(plan => Work.Of(plan, store.RecordedCells(plan.Name)))
            .Select(work => force ? work with { Need = Need.Training } : work).Where(work => work.Need != Need.Nothing)];
        foreach (var plan in plans)
            store.WritePlan(plan);
        var code = cells.Count == 0 ? ExitCode.Done : Run(command, folders, claims, cells);
        foreach (var plan in plans.Where(p => Work.Of(p, store.RecordedCells(p.Name)).All(work => work.Need == Need.Nothing)))
        {
            var recorded = RecordedPlan.Of(plan);
            store.WriteSummary(ExperimentSummary.Of(recorded, store.ReadAll(recorded)));
            Console.WriteLine($"{plan.Name}: {plan.Cells.Count} of {plan.Cells.Count} cells recorded in {Path.Combine(folders.Results, plan.Name)}");
        }

        return code;
    }

    private static int Run(
        ParseResult command, Folders folders, IReadOnlyDictionary<string, ClaimedExperiment> claims, IReadOnlyList<Work> cells)
    {
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupt.Cancel();
        };
        var places = Places.Of(
            command.GetRequiredValue(Options.Device), command.GetValue(Options.Jobs), command.GetResult(Options.JobsPerDevice) is null ? null : command.GetValue(Options.JobsPerDevice));
        var revision = Revision.OfThisProgram(out var unknown);
        if (revision is null)
            Console.Error.WriteLine($"the commit of this program is unknown, and recorded as null: {unknown}");
        var again = cells.Count(work => work.Need == Need.Measuring);
        Console.WriteLine($"{cells.Count - again} cells to run, {(again > 0 ? $"{again} to measure again from weights in .runs, " : "")}{Math.Min(places.Count, cells.Count)} at once{(places[0].IsProcessor ? "" : $" on {string.Join(", ", places.Distinct().Select(DeviceSurvey.Describe))}")}");
        var live = Console.IsOutputRedirected ? null : new LiveTable(cells.Count);
        IProgressView view = live is null ? new PlainLog(Console.Out, cells.Count) : live;
        var work = new CellQueue(folders, claims, revision, places, command.GetValue(Options.KeepGoing), view).Run(cells, interrupt.Token);
        var code = (live is null ? work : live.During(work)).GetAwaiter().GetResult();
        if (code == ExitCode.Interrupted)
            Console.Error.WriteLine("interrupted: finished cells are recorded; the same command goes on with the others");
        return code;
    }
}
