using System.CommandLine;
using System.Text;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Prints the cells: which are recorded, which will run, and for each of those what changed since the nearest recorded one.</summary>
internal static class PlanCommand
{
    public static int Run(ParseResult command)
    {
        var store = new ResultStore(command.GetRequiredValue(Options.Results));
        foreach (var plan in Selection.Plans(command))
        {
            Console.WriteLine(PlanText.Of(plan, store.RecordedCells(plan), command.GetRequiredValue(Options.Runs), new DataNow(command.GetRequiredValue(Options.Data))));
            if (plan.Stated.Hash is not null)
                Console.WriteLine($"  {StatementTiming.Of(plan.Stated, store.ReadEnvironments(RecordedPlan.Of(plan)))}");
        }

        return ExitCode.Done;
    }
}

/// <summary>A plan against what is recorded, as text.</summary>
internal static class PlanText
{
    /// <param name="plan">What is wanted.</param>
    /// <param name="recorded">The recorded cells by id.</param>
    /// <param name="runs">Folder of checkpoints and of the weights that were kept.</param>
    /// <param name="data">The data sets as they are.</param>
    public static string Of(Plan plan, IReadOnlyDictionary<string, RecordedCell> recorded, string runs, DataNow data)
    {
        var planned = plan.Cells.Select(c => c.Id).ToHashSet();
        var stale = recorded.Where(r => !planned.Contains(r.Key)).ToList();
        var works = Work.Of(plan, recorded, runs).ToList();
        int Count(Need need) => works.Count(work => work.Need == need);
        var text = new StringBuilder($"{plan.Name}: {plan.Cells.Count} cells, {Count(Need.Nothing)} recorded, ")
            .Append(Count(Need.Measuring) > 0 ? $"{Count(Need.Measuring)} to measure again, " : "").Append($"{Count(Need.Training)} to run\n");
        if (plan.Defaults.Count > 0)
            text.Append($"  defaults: {string.Join(", ", plan.Defaults)}\n");
        foreach (var (_, cell, need) in works)
        {
            var found = recorded.GetValueOrDefault(cell.Id);
            text.Append(need switch { Need.Nothing => found!.Diverged is null ? "  recorded  " : "  diverged  ", Need.Measuring => "  will measure again  ", _ => "  will run  " })
                .Append($"{cell.Id}  {cell.Label}\n");
            if (need == Need.Nothing && found!.Diverged is { } diverged)
                text.Append($"              {diverged}; recorded, and not tried again\n");
            if (found?.Data is { } before && data.HashFor(cell.Spec) is { } now && now != before)
                text.Append($"              its data are others now: SHA-256 {before[..12]} when it was trained, {now[..12]} in {data.Folder}; put them back, or train it again with --force\n");
            if (need == Need.Nothing)
                continue;
            var changes = found is not null ? CellDifferences.Between(found.CanonicalJson, cell.CanonicalJson) : Changes(cell, stale.Select(s => s.Value.CanonicalJson));
            text.AppendJoin("", changes.Select(change => $"              changed: {change}\n"));
            if (found is not null)
                text.Append($"              {(need == Need.Measuring ? "from" : "and trained again, for not all are there:")} the weights in {Work.KeptFolder(runs, cell.Id)}\n");
            if (need == Need.Training && Checkpoints.AreIn(Work.KeptFolder(runs, cell.Id)))
                text.Append("              goes on from its checkpoint\n");
        }

        if (stale.Count > 0)
            text.Append($"  {stale.Count} recorded {(stale.Count == 1 ? "cell is" : "cells are")} no longer in the plan: {string.Join(' ', stale.Select(s => s.Key).Order())}\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>Differences to the recorded cell that has the fewest; none when nothing outside the plan is recorded.</summary>
    private static IReadOnlyList<CellDifference> Changes(Cell cell, IEnumerable<string> recorded) =>
        recorded.Select(old => CellDifferences.Between(old, cell.CanonicalJson)).MinBy(differences => differences.Count) ?? [];
}

/// <summary>The data sets as they are now, each read once.</summary>
/// <param name="folder">Where they lie.</param>
internal sealed class DataNow(string folder)
{
    private readonly Dictionary<DataSpec, string?> hashes = [];

    public string Folder => folder;

    /// <summary>Content hash of the data of a cell; null where it has none, and where they are not here: then nobody can compare.</summary>
    public string? HashFor(CellSpec cell)
    {
        if (cell is not NetworkCell { Data: var data })
            return null;
        if (!hashes.TryGetValue(data, out var hash))
            hashes[data] = hash = Read(data);
        return hash;
    }

    private string? Read(DataSpec data)
    {
        try
        {
            return DataSet.Load(data, folder).ContentHash();
        }
        catch (UserErrorException)
        {
            return null;
        }
    }
}
