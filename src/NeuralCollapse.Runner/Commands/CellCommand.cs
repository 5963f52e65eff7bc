using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>
/// Hidden: what a worker process does. The cell and its label come as lines of standard input, which then stays open as long as the parent lives. The
/// worker writes the cell's files into a folder that is there; the parent publishes them.
/// </summary>
internal static class CellCommand
{
    public const string Name = "cell";

    private static readonly Option<string> Folder = new("--folder") { Required = true };
    private static readonly Option<string?> MeasureAgain = new("--measure-again");
    private static readonly Option<string?> Commit = new("--commit");
    private static readonly Option<bool> Dirty = new("--dirty");
    private static readonly Option<string?> Stated = new("--stated");
    private static readonly Option<string?> StatedCommit = new("--stated-commit");
    private static readonly Option<DateTimeOffset?> StatedAt = new("--stated-at");

    public static Command Command()
    {
        var command = new Command(Name, "Train one cell (started by run)")
        {
            Options.Data, Options.Device, Folder, Options.Runs, Options.CheckpointSeconds, MeasureAgain, Commit, Dirty, Stated, StatedCommit, StatedAt,
        };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var cell = NextLine();
        var label = JsonSerializer.Deserialize<string>(NextLine())!;
        using var stop = new StopRequest();
        Parent.EndWith(stop.Request, Process.GetCurrentProcess().Kill); // an exit in good order would tear libtorch down while it computes
        var revision = command.GetValue(Commit) is { } commit ? new Revision(commit, command.GetValue(Dirty)) : null;
        var stated = command.GetValue(Stated) is { } hash ? new Statement(hash, command.GetValue(StatedCommit), command.GetValue(StatedAt)) : null;
        var folders = new WorkerFolders(command.GetRequiredValue(Options.Data), command.GetRequiredValue(Options.Runs));
        var worker = new Worker(cell, label, folders, command.GetRequiredValue(Options.Device)[0], revision, stated, Tell);
        try
        {
            var record = command.GetValue(MeasureAgain) is { } recorded
                ? worker.MeasureAgain(ResultStore.ReadCell(recorded), stop.Token)
                : worker.Train(TimeSpan.FromSeconds(command.GetValue(Options.CheckpointSeconds)), stop.Token);
            Tell(new CellWritten(ResultStore.WriteCell(command.GetRequiredValue(Folder), record)));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static string NextLine() => System.Console.In.ReadLine() ?? throw new InvalidOperationException("no cell on standard input");

    private static void Tell(WorkerMessage message) => System.Console.WriteLine(message.Line);
}
