using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Reports;

namespace NeuralCollapse.Runner;

/// <summary>Draws the figures and compiles the PDF, from the results alone.</summary>
internal static class ReportVerb
{
    public static int Run(ParseResult command)
    {
        var results = command.GetRequiredValue(Options.Results);
        var pdf = Path.Combine(results, "report.pdf");
        Report.Write(new ResultStore(results), [.. Selection.Plans(command).Select(plan => plan.Name)], pdf);
        Console.WriteLine($"report: {pdf}");
        return ExitCode.Done;
    }
}
