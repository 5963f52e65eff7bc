using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Where, when and with what this process trains.</summary>
internal static class Provenance
{
    public static RunEnvironment Now(ComputeDevice device, SoFar soFar) => new()
    {
        Host = soFar.Host ?? Environment.MachineName, // a state from before this was kept names none
        OperatingSystem = RuntimeInformation.OSDescription,
        Processor = soFar.Processor ?? Processor(),
        Device = DeviceSurvey.Describe(device),
        Versions = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["dotnet"] = Environment.Version.ToString(),
            ["libtorch"] = LibTorch.Version,
            ["sdk"] = Sdk,
            ["torchsharp"] = LibTorch.TorchSharpVersion,
        },
        Commit = soFar.Commit,
        Dirty = soFar.Dirty,
        Data = soFar.Data,
        Threads = LibTorch.Threads,
        Started = soFar.Started!.Value,
        Stated = soFar.Stated,
        Resumed = soFar.Resumed,
        TrainingSeconds = Math.Round(soFar.TrainingSeconds, 3),
        TotalSeconds = Math.Round(soFar.TotalSeconds, 3),
        PeakMemoryBytes = Process.GetCurrentProcess().PeakWorkingSet64,
    };

    /// <summary>The SDK that compiled this program.</summary>
    private static string Sdk =>
        typeof(Provenance).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SdkVersion").Value!;

    /// <summary>Model of the processor.</summary>
    public static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
