using System.CommandLine;

namespace NeuralCollapse.Runner;

/// <summary>The commands of the <c>collapse</c> executable.</summary>
internal static class CommandTable
{
    public static ParseResult Parse(string[] arguments) => Root(arguments).Parse(arguments);

    /// <summary>A worker starts for every cell, and all that describes the commands it does not run would be compiled each time.</summary>
    private static RootCommand Root(string[] arguments) => arguments is [CellCommand.Name, ..] ? new() { CellCommand.Command() } : All();

    private static RootCommand All() => new("Neural collapse under mixup: plan, run, verify and report experiments.")
    {
        NewCommand.Command(),
        Command("plan", "Print the cells: which are recorded, which will run, and what changed", PlanCommand.Run, Options.Experiment, Options.Data, Options.Results, Options.Runs),
        Command(
            "run", "Run every cell that is not recorded yet", RunCommand.Run, Options.Experiment, Options.Jobs, Options.Device, Options.JobsPerDevice,
            Options.Data, Options.Results, Options.Runs, Options.CheckpointSeconds, Options.Force, Options.KeepGoing),
        Command("verify", "Compare the results with the committed snapshots; of every recorded experiment where none is named", VerifyCommand.Run, Options.Experiment, Options.Results),
        Command("report", "Draw the figures and compile the PDF; of every recorded experiment where none is named", ReportCommand.Run, Options.Experiment, Options.Results, Options.Runs, Options.Appendix, Options.Png),
        new Command("data", "The data sets: what there is, whether it is whole, and fetching it")
        {
            Command("list", "Say which data sets are here and where their files belong", DataCommand.List, Options.Data),
            Command("verify", "Read data sets whole and strictly: those named, else all that are here", DataCommand.Verify, Options.DataSet, Options.Data),
            Fetch(),
        },
        MeasureCommand.Command(),
        EvaluateCommand.Command(),
        TheoryCommand.Command(),
        Command("doctor", "Say what this machine can train on and, of what it cannot, what is missing and what to do", DoctorCommand.Run),
        CellCommand.Command(),
    };

    private static Command Command(string name, string description, Func<ParseResult, int> run, params Option[] options)
    {
        var command = new Command(name, description);
        foreach (var option in options)
            command.Add(option);
        command.SetAction(run);
        return command;
    }

    private static Command Fetch()
    {
        var command = new Command("fetch", "Download what is missing of the data sets named, and verify them") { Options.DataSet, Options.Data };
        command.SetAction(DataCommand.Fetch);
        return command;
    }
}
