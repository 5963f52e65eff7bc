using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Measures weights from anywhere, trained by this project or by another, as a network of a recorded cell.</summary>
internal static class EvaluateVerb
{
    private const string Description = """
        Measure weights from a file, on the data of a recorded cell and with its model, and print what a cell records, as JSON

        The file is safetensors with the names and shapes that `keep-weights: true` leaves, whoever has trained them. "objective" is "nan":
        nothing is trained. Numbers agree with recorded ones to rounding: this verb does not cap the instruction set.
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
        var cell = CanonicalJson.Read(ResultStore.CanonicalJsonOf(given.GetRequiredValue(Cell)));
        var weights = given.GetRequiredValue(Weights);
        var arrays = SafetensorsFile.Read(weights).Select(a => new NetworkArray(a.Key, a.Value.Shape, Array.ConvertAll(a.Value.Values, value => (float)value)));
        var measured = CellTraining.Evaluate(cell, given.GetRequiredValue(Options.Data), arrays, weights);
        Console.Write(Json.Write(new JsonObject(measured.Row.Metrics.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Json.Number(m.Value))))));
        return ExitCode.Done;
    }
}
