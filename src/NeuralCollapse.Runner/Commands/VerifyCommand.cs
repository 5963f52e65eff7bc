using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// Compares the recorded summaries with the committed snapshots, <c>tests/Snapshots/results/EXPERIMENT.verified.txt</c>: to the last digit
/// on the same numerics fingerprint, within the spec's tolerances on another. Where they differ it leaves what was received beside the
/// snapshot and a table of the differences in <c>.artifacts/differences.md</c>; where they agree it leaves neither.
/// </summary>
internal static class VerifyCommand
{
    private static readonly string Snapshots = Path.Combine("tests", "Snapshots", "results");
    private static readonly string Table = Path.Combine(".artifacts", "differences.md");

    public static int Run(ParseResult command)
    {
        var store = new ResultStore(command.GetRequiredValue(Options.Results));
        var tables = new List<string>();
        if (File.Exists(Table))
            File.Delete(Table);
        foreach (var plan in Selection.Plans(command))
        {
            var verdict = Verify(store, plan);
            if (verdict.Agrees)
                continue;
            tables.Add(DifferencesTable.Of(plan.Name, verdict));
            AtomicFile.Write(Table, string.Join('\n', tables)); // at once: the next experiment may have no snapshot, which ends the command
        }

        if (tables.Count == 0)
            return ExitCode.Done;
        Console.WriteLine($"the differences as a table: {Table}");
        return ExitCode.ResultsDiffer;
    }

    private static SnapshotVerdict Verify(ResultStore store, Plan plan)
    {
        var recorded = RecordedPlan.Of(plan);
        var cells = store.ReadAll(recorded);
        var (verified, received) = (Path.Combine(Snapshots, $"{plan.Name}.verified.txt"), Path.Combine(Snapshots, $"{plan.Name}.received.txt"));
        if (!File.Exists(verified))
        {
            AtomicFile.Write(received, SnapshotText.Of(recorded, cells));
            throw new UserErrorException($"{verified}: no snapshot of {plan.Name} yet\n  remedy: look at {received} and rename it to accept it");
        }

        var verdict = SnapshotComparison.Compare(Snapshot.Parse(File.ReadAllText(verified), verified), recorded, cells, plan.Verify);
        Console.WriteLine(
            $"{plan.Name}: {verdict.ComparedExactly} values compared exactly, {verdict.ComparedWithinTolerance} within tolerances, " +
            $"{verdict.NotCompared} not compared (other numerics, no tolerance), {verdict.Differences.Count} differ");
        if (StatementTiming.Of(plan.Stated, [.. cells.Select(cell => cell.Environment)]) is { } timing)
            Console.WriteLine($"  {timing}");
        if (verdict.Agrees)
        {
            File.Delete(received);
            return verdict;
        }

        Print(verdict.Differences);
        AtomicFile.Write(received, SnapshotText.Of(recorded, cells)); // after them, for it may fail
        Console.WriteLine($"if the change is meant, rename {received} to {Path.GetFileName(verified)}");
        return verdict;
    }

    private static void Print(IReadOnlyList<SnapshotDifference> differences)
    {
        foreach (var cell in differences.GroupBy(d => $"{d.CellId} {d.CellLabel}"))
        {
            Console.WriteLine($"  {cell.Key}");
            foreach (var d in cell)
                Console.WriteLine($"    {d.Metric,-24} expected {d.Expected,-22} got {d.Got,-22} {d.Why}");
        }
    }
}
