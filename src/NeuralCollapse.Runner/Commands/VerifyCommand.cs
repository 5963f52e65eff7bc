using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// Compares all that is recorded with the committed snapshots, <c>tests/Snapshots/results/EXPERIMENT.verified.txt</c>: to the last byte on
/// the same numerics fingerprint, metrics within the spec's tolerances on another; of every experiment that has results where none is
/// named. Files that are not as they were written differ on any machine. Where something differs it leaves what was received beside the
/// snapshot and a table of the differences in <c>.artifacts/differences.md</c>; where all agrees it leaves neither.
/// </summary>
internal static class VerifyCommand
{
    private static readonly string Snapshots = Path.Combine("tests", "Snapshots", "results");
    private static readonly string Table = Path.Combine(".artifacts", "differences.md");

    public static int Run(ParseResult command)
    {
        var store = new ResultStore(command.GetRequiredValue(Options.Results));
        var tables = new List<string>();
        var withoutSnapshot = new List<string>();
        var hasTable = false;
        if (File.Exists(Table))
            Attempt(() => File.Delete(Table));
        foreach (var plan in Selection.IsNamed(command) ? [.. Selection.Plans(command).Select(RecordedPlan.Of)] : Recorded(store))
        {
            var verdict = Verify(store, plan, withoutSnapshot);
            if (verdict.Agrees)
                continue;
            tables.Add(DifferencesTable.Of(plan.Experiment, verdict));
            hasTable = Attempt(() => AtomicFile.Write(Table, string.Join('\n', tables))); // at once: the next snapshot may be damaged, which ends the command
        }

        if (tables.Count == 0)
            return withoutSnapshot.Count == 0 ? ExitCode.Done : throw new UserErrorException(string.Join('\n', withoutSnapshot));
        withoutSnapshot.ForEach(Console.WriteLine);
        if (hasTable)
            Console.WriteLine($"the differences as a table: {Table}");
        return ExitCode.ResultsDiffer;
    }

    /// <summary>The plans of what the report reads: those of the specs, and where there is no spec the recorded ones.</summary>
    private static List<RecordedPlan> Recorded(ResultStore store)
    {
        var names = store.Experiments().Where(store.HasResults).ToList();
        if (names.Count == 0)
            throw new UserErrorException($"{store.Root}: expected recorded experiments, got none\n  remedy: reproduce one, or name another folder with --results");
        var plans = Selection.Plans(names.Where(HasSpec)).ToDictionary(plan => plan.Name, RecordedPlan.Of);
        foreach (var name in names.Where(name => !plans.ContainsKey(name)))
            Console.WriteLine($"{name}: no spec in {Selection.Folder}, so that it is compared by its own plan.json");
        if (Directory.Exists(Snapshots) && SnapshotNames().Except(names).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } absent)
            Console.WriteLine($"no results in {store.Root}, and nothing to compare, of {string.Join(", ", absent)}");
        return [.. names.Select(name => plans.GetValueOrDefault(name) ?? store.ReadPlan(name))];
    }

    private static bool HasSpec(string experiment) => File.Exists(Path.Combine(Selection.Folder, $"{experiment}.yaml"));

    private static IEnumerable<string> SnapshotNames() =>
        Directory.GetFiles(Snapshots, "*.verified.txt").Select(file => Path.GetFileName(file)[..^".verified.txt".Length]);

    private static SnapshotVerdict Verify(ResultStore store, RecordedPlan plan, List<string> withoutSnapshot)
    {
        var found = store.ReadExperiment(plan);
        var (verified, received) = (Path.Combine(Snapshots, $"{plan.Experiment}.verified.txt"), Path.Combine(Snapshots, $"{plan.Experiment}.received.txt"));
        var hasSnapshot = File.Exists(verified);
        var verdict = SnapshotComparison.Compare(hasSnapshot ? Snapshot.Parse(File.ReadAllText(verified), verified) : null, found);
        Console.WriteLine($"{plan.Experiment}: {verdict.Counts}, {verdict.Differences.Count} differ");
        if (StatementTiming.Of(plan.Stated, [.. found.Cells.Select(cell => cell.Environment)]) is { } timing)
            Console.WriteLine($"  {timing}");
        foreach (var cell in found.Cells.Where(cell => cell.Diverged is not null))
            Console.WriteLine($"  {cell.Id} {cell.Label}: diverged, {cell.Diverged}");
        Print(verdict.Differences);
        var isWritten = false;
        if (found.Damages.Count > 0)
            Console.WriteLine(Remedy(plan.Experiment, found.Damages));
        else if (hasSnapshot && verdict.Agrees)
            Attempt(() => File.Delete(received));
        else
            isWritten = Attempt(() => AtomicFile.Write(received, SnapshotText.Of(plan, found.Cells)));
        if (!hasSnapshot)
            withoutSnapshot.Add($"{verified}: no snapshot of {plan.Experiment} yet{(isWritten ? $"\n  remedy: look at {received} and rename it to accept it" : "")}");
        else if (isWritten)
            Console.WriteLine($"if the change is meant, rename {received} to {Path.GetFileName(verified)}");
        return verdict;
    }

    /// <summary>What is written for people is no part of the verdict: where it cannot be written, as in a checkout that is read-only, that is said, and the verdict stands.</summary>
    private static bool Attempt(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception refusal) when (Refusal.Of(refusal) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return false;
        }
    }

    private static string Remedy(string experiment, IReadOnlyList<Damage> damages) =>
        damages.Any(d => d.Cell is not null)
            ? "the summaries of the experiment follow from its cells, and were not compared\nrestore from version control what is not as it was written; " +
                $"or delete the directories of those cells and reproduce {experiment}, which trains only what is missing"
            : $"restore from version control what is not as it should be; or reproduce {experiment}, which writes it and trains only what is missing";

    private static void Print(IReadOnlyList<SnapshotDifference> differences)
    {
        foreach (var cell in differences.GroupBy(d => $"{d.CellId} {d.CellLabel}".Trim()))
        {
            Console.WriteLine(cell.Key.Length > 0 ? $"  {cell.Key}" : "  the experiment");
            foreach (var d in cell)
                Console.WriteLine($"    {d.Metric,-24} expected {d.Expected,-22} got {d.Got,-22} {d.Why}");
        }
    }
}
