using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Reports;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// Draws the figures and compiles the PDF, from the results and from what running cells show of themselves; of every experiment of which
/// there is something where none is named.
/// </summary>
internal static class ReportCommand
{
    public static int Run(ParseResult command)
    {
        var store = new ResultStore(command.GetRequiredValue(Options.Results));
        var pdf = Path.Combine(store.Root, "report.pdf");
        var running = new LiveCells(command.GetRequiredValue(Options.Runs));
        var experiments = Selection.IsNamed(command) ? Named(command) : Recorded(store, running);
        Report.Write(store, experiments, pdf, command.GetValue(Options.Appendix), command.GetValue(Options.Png), running);
        Console.WriteLine($"report: {pdf}");
        return ExitCode.Done;
    }

    private static List<string> Named(ParseResult command) => [.. Selection.Plans(command).Select(plan => plan.Name)];

    private static List<string> Recorded(ResultStore store, LiveCells running)
    {
        bool IsRunning(RecordedPlan plan) => plan.Cells.Any(cell => running.Read(cell.Id) is not null);
        // Cells of an earlier spec are no results of the plan; without a plan, something is wrong, which reading says.
        bool IsRecorded(string name) => store.HasResults(name) && (!store.HasPlan(name) || store.ReadPlan(name).Cells.Any(cell => store.IsRecorded(name, cell.Id)));
        var recorded = store.Experiments().Where(name => IsRecorded(name) || IsRunning(store.ReadPlan(name))).ToList();
        return recorded.Count > 0
            ? recorded
            : throw new UserErrorException($"{store.Root}: expected recorded experiments, got none\n  remedy: reproduce one, or name another folder with --results");
    }
}
