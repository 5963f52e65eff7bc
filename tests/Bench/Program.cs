using System.CommandLine;
using System.Globalization;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace Bench;

/// <summary>
/// Figures against peers and limits. Without a command it measures every line of the table; the commands are what it runs as child processes
/// to measure one side of one pair.
/// </summary>
internal static class Program
{
    private static readonly Option<string> Model = new("--model") { Required = true };
    private static readonly Option<int> Batch = new("--batch") { DefaultValueFactory = _ => 128 };
    private static readonly Option<int> StepCount = new("--steps") { DefaultValueFactory = _ => 50 };
    private static readonly Option<Numerics> Kind = new("--numerics") { DefaultValueFactory = _ => Numerics.Native };
    private static readonly Option<string> Device = new("--device") { DefaultValueFactory = _ => "cpu" };

    private static int Main(string[] arguments)
    {
        var steps = new Command("steps", "Train, and print what a step takes as JSON") { Model, Batch, StepCount, Kind, Device };
        steps.SetAction(given => Console.WriteLine(StepFigures.Of(
            Workload.Of(given.GetRequiredValue(Model)), given.GetValue(Batch), given.GetValue(StepCount), given.GetValue(Kind),
            ComputeDevice.Parse(given.GetRequiredValue(Device)).Single()).Write()));
        var loss = new Command("loss", "Print the loss of formula weights") { Model, Device };
        loss.SetAction(given => Console.WriteLine(StepFigures.Loss(
            Workload.Of(given.GetRequiredValue(Model)), ComputeDevice.Parse(given.GetRequiredValue(Device)).Single()).ToString("R", CultureInfo.InvariantCulture)));
        return new RootCommand("Measures speed, memory and start against PyTorch and the limits of this machine.") { steps, loss }.Parse(arguments).Invoke();
    }
}
