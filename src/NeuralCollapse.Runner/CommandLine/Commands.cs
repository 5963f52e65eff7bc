using System.CommandLine;

namespace NeuralCollapse.Runner;

/// <summary>The verbs of the <c>collapse</c> executable.</summary>
internal static class Commands
{
    public static ParseResult Parse(string[] arguments) => new RootCommand("Neural collapse under mixup: plan, run, verify and report experiments.")
    {
        NewVerb.Command(),
        Verb("plan", "Print the cells: which are recorded, which will run, and what changed", PlanVerb.Run, Options.Experiment, Options.Results),
        Verb(
            "run", "Run every cell that is not recorded yet", RunVerb.Run, Options.Experiment, Options.Jobs, Options.Device, Options.Executor,
            Options.Data, Options.Results, Options.Force, Options.KeepGoing),
        Verb("verify", "Compare the results with the committed snapshots", VerifyVerb.Run, Options.Experiment, Options.Results),
        Verb("report", "Draw the figures and compile the PDF; of every recorded experiment where none is named", ReportVerb.Run, Options.Experiment, Options.Results),
        new Command("data", "The data sets: what there is, whether it is whole, and fetching it")
        {
            Verb("list", "Say which data sets are here and where their files belong", DataVerb.List, Options.Data),
            Verb("verify", "Read data sets whole and strictly: those named, else all that are here", DataVerb.Verify, Options.DataSet, Options.Data),
            Fetch(),
        },
        MeasureVerb.Command(),
        EvaluateVerb.Command(),
        TheoryVerb.Command(),
        CellVerb.Command(),
    }.Parse(arguments);

    private static Command Verb(string name, string description, Func<ParseResult, int> run, params Option[] options)
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
        command.SetAction(DataVerb.Fetch);
        return command;
    }
}
