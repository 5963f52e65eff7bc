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
        var settings = RunSettings.Of(command);
        var store = new ResultStore(settings.Results);
        var plans = Selection.Plans(command);
        DeviceSurvey.Require(command.GetRequiredValue(Options.Device));
        var claims = new SortedDictionary<string, ClaimedExperiment>(StringComparer.Ordinal);
        try
        {
            // In the order of the names, so that of two commands that want the same experiments one gets them all.
            foreach (var name in plans.Select(plan => plan.Name).Distinct().Order(StringComparer.Ordinal))
                claims.Add(name, store.Claim(name));
            return Run(settings, store, plans, claims);
        }
        finally
        {
            foreach (var claim in claims.Values)
                claim.Dispose();
        }
    }

    private static int Run(
        RunSettings settings, ResultStore store, IReadOnlyList<Plan> plans, IReadOnlyDictionary<string, ClaimedExperiment> claims)
    {
        List<Work> cells = [.. plans.SelectMany(plan => settings.Force
            ? plan.Cells.Select(cell => new Work(plan, cell, Need.Training)) // whatever is recorded of them, damaged or not
            : Work.Of(plan, store.RecordedCells(plan), settings.Runs)).Where(work => work.Need != Need.Nothing)];
        if (cells.Count > 0)
            Requirements.Check(settings, cells);
        foreach (var plan in plans)
            store.WritePlan(plan);
        var code = cells.Count == 0 ? ExitCode.Done : Run(settings, claims, cells);
        foreach (var plan in plans)
        {
            var recorded = RecordedPlan.Of(plan);
            var records = store.ReadAll(recorded);
            store.WriteSummary(ExperimentSummary.Of(recorded, records));
            if (Work.Of(plan, records.ToDictionary(r => r.Id, r => new RecordedCell(r.CanonicalJson)), settings.Runs).All(work => work.Need == Need.Nothing))
                Console.WriteLine($"{plan.Name}: {plan.Cells.Count} of {plan.Cells.Count} cells recorded in {Path.Combine(settings.Results, plan.Name)}{Diverged(records)}");
        }

        return code;
    }

    private static string Diverged(IReadOnlyList<CellRecord> records) =>
        records.Count(record => record.Diverged is not null) is > 0 and var count ? $", {count} of them diverged" : "";

    private static int Run(RunSettings settings, IReadOnlyDictionary<string, ClaimedExperiment> claims, IReadOnlyList<Work> cells)
    {
        var revision = Revision.OfThisProgram(out var unknown);
        if (revision is null)
            Console.Error.WriteLine($"the commit of this program is unknown, and recorded as null: when it was built, git said: {unknown}");
        var again = cells.Count(work => work.Need == Need.Measuring);
        var on = settings.Places[0].IsProcessor ? "" : $" on {string.Join(", ", settings.Places.Distinct().Select(DeviceSurvey.Describe))}";
        Console.WriteLine($"{cells.Count - again} cells to run, {(again > 0 ? $"{again} to measure again from weights in {settings.Runs}, " : "")}{Math.Min(settings.Places.Count, cells.Count)} at once{on}");
        var live = Console.IsOutputRedirected ? null : new LiveTable(cells.Count);
        IProgressView view = live is null ? new PlainLog(Console.Out, cells.Count) : live;
        using var kill = new CancellationTokenSource();
        using var stop = new StopRequest(kill.Cancel);
        stop.Token.Register(view.Stopping);
        Parent.OnRequest(stop.Request);
        var work = new CellQueue(settings, claims, revision, view).Run(cells, stop.Token, kill.Token);
        var code = (live is null ? work : live.During(work)).GetAwaiter().GetResult();
        if (code == ExitCode.Interrupted)
            Console.Error.WriteLine("interrupted: finished cells are recorded, the others have left their state; the same command goes on from there");
        return code;
    }
}
