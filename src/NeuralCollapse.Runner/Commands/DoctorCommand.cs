using System.CommandLine;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Says what this machine can train on and, of what it cannot, what is missing and what to do.</summary>
internal static class DoctorCommand
{
    /// <exception cref="UserErrorException">libtorch cannot be loaded: nothing can be trained.</exception>
    public static int Run(ParseResult command)
    {
        LibTorch.Load();
        Console.WriteLine($"libtorch {LibTorch.Version} from {LibTorch.Folder}");
        Console.WriteLine($"TorchSharp {LibTorch.TorchSharpVersion}, built for libtorch {LibTorch.ExpectedVersion}");
        Say(default(ComputeDevice).Name, $"usable: {Provenance.Processor()}, {Environment.ProcessorCount} cores");
        foreach (var state in DeviceSurvey.Accelerators())
        {
            Say(state.Device.Name, state.Missing is { } missing
                ? $"not usable: expected {state.Expected}, got {missing}\n        remedy: {state.Remedy}"
                : $"usable: {state.Expected}");
        }

        Console.WriteLine("train on one with ./build.sh --target=Reproduce --device=NAME; the processor where none is named");
        return ExitCode.Done;
    }

    private static void Say(string device, string state) => Console.WriteLine($"{device,-7} {state}");
}
