using System.CommandLine;
using NeuralCollapse.Records;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>
/// Hidden: what a worker process does. The cell comes as a line of standard input, which then stays open as long as the parent lives:
/// its end, however the parent ended, ends the worker too.
/// </summary>
internal static class CellVerb
{
    private static readonly Option<string> Experiment = new("--experiment") { Required = true };
    private static readonly Option<string> Label = new("--label") { Required = true };

    public static Command Command()
    {
        var command = new Command("cell", "Train one cell (started by run)") { Experiment, Label, Options.Data, Options.Results };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var cell = System.Console.In.ReadLine() ?? throw new InvalidOperationException("no cell on standard input");
        new Thread(EndWithParent) { IsBackground = true }.Start();
        try
        {
            var record = Worker.Run(
                cell, command.GetRequiredValue(Label), command.GetRequiredValue(Options.Data), message => System.Console.WriteLine(message.Line));
            new ResultStore(command.GetRequiredValue(Options.Results)).Publish(command.GetRequiredValue(Experiment), record);
            return ExitCode.Done;
        }
        catch (DivergedException failure)
        {
            System.Console.Error.WriteLine(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static void EndWithParent()
    {
        while (System.Console.In.ReadLine() is not null)
        {
        }

        Environment.Exit(ExitCode.Interrupted);
    }
}
