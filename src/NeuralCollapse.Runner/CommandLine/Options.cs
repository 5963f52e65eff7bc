using System.CommandLine;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Options of the commands. None changes a hyper-parameter: that is a spec's job.</summary>
internal static class Options
{
    public static readonly Option<string[]> Experiment = new("--experiment")
    {
        Description = "Name, path or glob of an experiment spec; repeatable",
        DefaultValueFactory = _ => ["quick"],
    };

    public static readonly Option<int> Jobs = NumberOption.Whole("--jobs", "Processes at once in all", 1, 10_000, preset: Environment.ProcessorCount);

    public static readonly Option<IReadOnlyList<ComputeDevice>> Device = new("--device")
    {
        Description = "What to train networks on: cpu, cuda (the first NVIDIA GPU), several GPUs such as cuda:0,cuda:1, or mps; one process for each GPU. "
            + "The unconstrained features model is always trained on the processor",
        DefaultValueFactory = _ => [default],
        CustomParser = result =>
        {
            try
            {
                return ComputeDevice.Parse(result.Tokens[0].Value);
            }
            catch (FormatException error)
            {
                result.AddError($"--device={result.Tokens[0].Value}: {error.Message}");
                return null;
            }
        },
    };

    public static readonly Option<int> JobsPerDevice =
        NumberOption.Whole("--jobs-per-device", "Processes at once on each device, --jobs at most in all; default: 1, on the processor --jobs", 1, 10_000);

    public static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the downloaded data sets; default: NEURAL_COLLAPSE_DATA, or .data",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NEURAL_COLLAPSE_DATA") is { Length: > 0 } folder ? folder : ".data",
    };

    public static readonly Option<string[]> DataSet = new("--dataset")
    {
        Description = "Name of a data set that can be fetched; repeatable",
    };

    public static readonly Option<string> Results = new("--results")
    {
        Description = "Folder of the results",
        DefaultValueFactory = _ => "results",
    };

    public static readonly Option<string> Runs = new("--runs")
    {
        Description = "Folder of checkpoints, weights and features, none of which is a result",
        DefaultValueFactory = _ => ".runs",
    };

    public static readonly Option<double> CheckpointSeconds = NumberOption.Real(
        "--checkpoint-seconds", "Least time between two checkpoints of a cell, which is what an interruption can cost; 0: every step", 0, 86_400, preset: 60);

    public static readonly Option<bool> Appendix = new("--appendix") { Description = "Go on with all tables and figures of each experiment" };

    public static readonly Option<bool> Png = new("--png") { Description = "Write each figure as PNG, too, 300 pixels to an inch" };

    public static readonly Option<bool> Force = new("--force") { Description = "Run cells that are recorded already, too" };

    public static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "Go on with other cells after one has failed" };
}
