using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Measures weights from anywhere, trained by this project or by another, as a network of a recorded cell.</summary>
internal static class EvaluateCommand
{
    private const string Description = """
        Measure weights from a file, on the data of a recorded cell and with its model, and print what a cell records, as JSON

        The file is safetensors with the names and shapes of a state dict, as a cell leaves it in .runs, whoever has trained it. The objective is "nan":
        nothing is trained. Numbers agree with recorded ones to rounding: this command does not cap the instruction set.
        """;

    private static readonly Option<string> Cell = new("--cell") { Description = "A folder of recorded results, such as results/quick/cells/ID", Required = true };
    private static readonly Option<string> Weights = new("--weights") { Description = "A .safetensors file", Required = true };

    public static Command Command()
    {
        var command = new Command("evaluate", Description) { Cell, Weights, Options.Data };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        var cell = Trained(given.GetRequiredValue(Cell));
        var measured = CellTraining.Evaluate(cell, given.GetRequiredValue(Options.Data), given.GetRequiredValue(Weights));
        Console.Write(Json.Write(new JsonObject(measured.Row.Metrics.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Json.Number(m.Value))))));
        return ExitCode.Done;
    }

    /// <summary>The cell in a folder of results, which may be another's: of another version, or of what no file of weights belongs to.</summary>
    private static NetworkCell Trained(string folder)
    {
        var json = ResultStore.CanonicalJsonOf(folder);
        try
        {
            var cell = CanonicalJson.Read(json) as NetworkCell ?? throw new UserErrorException(
                $"{folder}: expected the cell of a network, got one of the unconstrained features model, which has none\n  remedy: name the folder of another cell");
            ResultStore.ReadCell(folder); // is it as it was written, with what is measured?
            return cell;
        }
        catch (InvalidDataException)
        {
            throw new UserErrorException(
                $"{Path.Combine(folder, "cell.json")}: expected a cell that this version of the project trains, got another\n" +
                "  remedy: evaluate it with the version that has recorded it, or reproduce the experiment");
        }
    }
}
