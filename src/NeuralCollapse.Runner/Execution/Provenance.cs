using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using NeuralCollapse.Records;
using TorchSharp;

namespace NeuralCollapse.Runner;

/// <summary>Where, when and with what this process trains.</summary>
internal static class Provenance
{
    public static RunEnvironment Now(DateTimeOffset started, TimeSpan training, TimeSpan total) => new()
    {
        Host = Environment.MachineName,
        OperatingSystem = RuntimeInformation.OSDescription,
        Processor = Processor(),
        Versions = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["dotnet"] = Environment.Version.ToString(),
            ["libtorch"] = torch.__version__,
            ["torchsharp"] = typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        },
        Commit = Git("rev-parse", "HEAD"),
        Dirty = Git("status", "--porcelain", "--", ".", ":!results").Length > 0,
        Threads = torch.get_num_threads(),
        Started = started,
        TrainingSeconds = Math.Round(training.TotalSeconds, 3),
        TotalSeconds = Math.Round(total.TotalSeconds, 3),
        PeakMemoryBytes = Process.GetCurrentProcess().PeakWorkingSet64,
    };

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    /// <summary>What git answers; empty outside a working tree, or without git.</summary>
    private static string Git(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var git = Process.Start(start)!;
            var answer = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? answer : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
