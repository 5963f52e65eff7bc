using System.CommandLine;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>Prints the cells: which are recorded, which will run, and for each of those what changed since the nearest recorded one.</summary>
internal static class PlanCommand
{
    public static int Run(ParseResult command)
    {
        var store = new ResultStore(command.GetRequiredValue(Options.Results));
        foreach (var plan in Selection.Plans(command))
            Console.WriteLine(PlanText.Of(plan, store.RecordedCells(plan.Name)));
        return ExitCode.Done;
    }
}
