using System.CommandLine;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Where a run reads and writes, and how it goes about it: nothing that changes a result.</summary>
internal sealed record RunSettings
{
    /// <summary>Folder of the data sets.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of the results.</summary>
    public required string Results { get; init; }

    /// <summary>Folder of weights, features and checkpoints, one folder for each cell.</summary>
    public required string Runs { get; init; }

    /// <summary>The device of each process that may run at once.</summary>
    public required IReadOnlyList<ComputeDevice> Places { get; init; }

    /// <summary>Least seconds between two checkpoints of a cell.</summary>
    public required double CheckpointSeconds { get; init; }

    /// <summary>Whether to train recorded cells, too.</summary>
    public required bool Force { get; init; }

    /// <summary>Whether to go on after a cell has failed.</summary>
    public required bool KeepGoing { get; init; }

    /// <summary>The settings of a command line.</summary>
    public static RunSettings Of(ParseResult command) => new()
    {
        Data = command.GetRequiredValue(Options.Data),
        Results = command.GetRequiredValue(Options.Results),
        Runs = command.GetRequiredValue(Options.Runs),
        Places = Runner.Places.Of(
            command.GetRequiredValue(Options.Device), command.GetValue(Options.Jobs), command.GetResult(Options.JobsPerDevice) is null ? null : command.GetValue(Options.JobsPerDevice)),
        CheckpointSeconds = command.GetValue(Options.CheckpointSeconds),
        Force = command.GetValue(Options.Force),
        KeepGoing = command.GetValue(Options.KeepGoing),
    };

    /// <summary>Where a cell leaves weights, features and checkpoints.</summary>
    public string KeptFolder(string cellId) => Work.KeptFolder(Runs, cellId);
}
