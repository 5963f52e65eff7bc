using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using NeuralCollapse.Runner;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace Bench;

/// <summary>
/// Figures against peers and limits: without a command it measures the lines of a table and writes them to bench.json. The commands are what
/// it runs as child processes, for one side of one pair.
/// </summary>
internal static class Program
{
    private static readonly Option<string[]> Only = new("--only") { Description = "Group of lines; repeatable; default: all" };
    private static readonly Option<int> Rounds = new("--pairs") { Description = "How often each side is measured", DefaultValueFactory = _ => 5 };
    private static readonly Option<string> Root = new("--root") { Description = "The repository", DefaultValueFactory = _ => "." };
    private static readonly Option<string> Model = new("--model") { Required = true };
    private static readonly Option<int> Batch = new("--batch") { DefaultValueFactory = _ => 128 };
    private static readonly Option<int> Steps = new("--steps") { DefaultValueFactory = _ => 50 };
    private static readonly Option<Numerics> Kind = new("--numerics") { DefaultValueFactory = _ => Numerics.Native };
    private static readonly Option<Precision> Numbers = new("--precision") { DefaultValueFactory = _ => Precision.Float32 };
    private static readonly Option<string> Device = new("--device") { DefaultValueFactory = _ => default(ComputeDevice).Name };
    private static readonly Option<string> Folder = new("--folder") { Required = true };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static int Main(string[] arguments)
    {
        var table = new RootCommand("Measures speed, memory and start against PyTorch and the limits of this machine.")
        {
            Only, Rounds, Root,
            Side("steps", "Train, and print what a step takes as JSON", given => StepFigures.Of(
                Workload.Of(given.GetRequiredValue(Model)), given.GetValue(Batch), given.GetValue(Steps), given.GetValue(Kind), given.GetValue(Numbers), DeviceOf(given)).Write(),
                Model, Batch, Steps, Kind, Numbers, Device),
            Side("loss", "Print the loss of formula weights", given => Number(StepFigures.Loss(Workload.Of(given.GetRequiredValue(Model)), DeviceOf(given))), Model, Device),
            Side("convolutions", "Print the CPU seconds of a step's convolutions", given => Number(Parts.Convolutions(given.GetValue(Batch))), Batch),
            Side("batching", "Print the CPU seconds of making a batch", given => Number(Parts.Batching(given.GetValue(Batch))), Batch),
            Side("checkpoint", "Print the CPU seconds of a checkpoint", given => Number(Parts.Checkpoint(given.GetRequiredValue(Folder))), Folder),
        };
        table.SetAction(Measure);
        return table.Parse(arguments).Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    private static Command Side(string name, string description, Func<ParseResult, string> measure, params Option[] options)
    {
        var command = new Command(name, description) { Hidden = true };
        foreach (var option in options)
            command.Add(option);
        command.SetAction(given => Console.WriteLine(measure(given)));
        return command;
    }

    private static int Measure(ParseResult given)
    {
        var root = Path.GetFullPath(given.GetRequiredValue(Root));
        var groups = new Benchmarks(root, given.GetValue(Rounds)).Groups;
        string[] chosen = given.GetValue(Only) is { Length: > 0 } only ? only : [.. groups.Keys];
        if (chosen.FirstOrDefault(name => !groups.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"--only: expected {string.Join(", ", groups.Keys)}, got {unknown}");
            return 2;
        }

        var machine = $"{Provenance.Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {DateTimeOffset.UtcNow:yyyy-MM-dd}";
        Console.WriteLine($"{machine}; CPU time at one thread, in turns, median (least to most, n)\n");
        Console.WriteLine($"| {string.Join(" | ", Line.Heads)} |\n|{string.Concat(Line.Heads.Select(_ => " --- |"))}");
        var lines = new List<Line>();
        try
        {
            foreach (var line in chosen.SelectMany(name => groups[name]()))
            {
                lines.Add(line);
                Console.WriteLine($"| {string.Join(" | ", line.Columns)} |");
            }
        }
        catch (UserErrorException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }

        var file = Path.Combine(root, ".artifacts", "bench.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { machine, lines }, Indented));
        Console.WriteLine($"\n{lines.Count(line => line.IsMet)} of {lines.Count} met; {file}");
        return 0;
    }

    private static ComputeDevice DeviceOf(ParseResult given) => ComputeDevice.Parse(given.GetRequiredValue(Device)).Single();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
