using System.Diagnostics;
using System.Text.Json;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Starts the hidden command <c>cell</c> of this executable and listens to it.</summary>
internal static class WorkerProcess
{
    /// <summary>Runs a cell to its end, which is that of this process at the latest, as <see cref="Parent"/> says.</summary>
    /// <param name="cell">What to train.</param>
    /// <param name="device">What it trains on.</param>
    /// <param name="arguments">What else the command <c>cell</c> is told.</param>
    /// <param name="listen">Told of progress.</param>
    /// <param name="stop">Asks the process to save its state and end.</param>
    /// <param name="kill">Ends it at once.</param>
    /// <returns>The exit code and what was written to standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> Run(
        Cell cell, ComputeDevice device, IEnumerable<string> arguments, Action<WorkerMessage> listen, CancellationToken stop, CancellationToken kill)
    {
        using var process = Process.Start(Command(cell, device, arguments))!;
        try
        {
            await process.StandardInput.WriteLineAsync(cell.CanonicalJson);
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(cell.Label)); // it has no bound, as an argument has
            await process.StandardInput.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // It has ended by itself, and says why.
        }

        await using var killing = kill.Register(() => process.Kill(entireProcessTree: true));
        await using var stopping = stop.Register(() => Ask(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (WorkerMessage.Read(line) is { } message)
                listen(message);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await errors);
    }

    private static void Ask(Process process)
    {
        try
        {
            process.StandardInput.WriteLine("stop");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended by itself.
        }
    }

    private static ProcessStartInfo Command(Cell cell, ComputeDevice device, IEnumerable<string> arguments)
    {
        string[] all = ["cell", $"--device={device.Name}", .. arguments];
        var host = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "collapse.dll"), .. all])
            : new ProcessStartInfo(host, all);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in NumericsEnvironment.Of(cell.Spec.Numerics, device))
            start.Environment[name] = value;
        return start;
    }
}

/// <summary>
/// Environment variables that fix a worker's arithmetic and how it takes memory. They must stand before the process starts: libtorch and its
/// libraries read them as they load.
/// </summary>
internal static class NumericsEnvironment
{
    public static IEnumerable<KeyValuePair<string, string>> Of(Numerics numerics, ComputeDevice device) =>
        device.Kind == ComputeDevice.Cuda ? [.. Of(numerics), FixedWorkspace] : Of(numerics);

    private static IEnumerable<KeyValuePair<string, string>> Of(Numerics numerics) => numerics switch
    {
        Numerics.Portable => [.. OneThread, new("ATEN_CPU_CAPABILITY", "avx2"), new("ONEDNN_MAX_CPU_ISA", "AVX2"), new("MKL_CBWR", "COMPATIBLE")],
        Numerics.Native => OneThread,
        _ => throw new ArgumentOutOfRangeException(nameof(numerics)),
    };

    /// <summary>Without a workspace of fixed size cuBLAS adds up in another order from run to run, and libtorch refuses it.</summary>
    private static KeyValuePair<string, string> FixedWorkspace => new("CUBLAS_WORKSPACE_CONFIG", ":4096:8");

    /// <summary>One thread, since two give other bits than one, and 4 MiB of garbage at most: a step leaves little, which would otherwise pile up.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OneThread =>
    [
        new("OMP_NUM_THREADS", "1"), new("MKL_NUM_THREADS", "1"), new("DOTNET_gcConcurrent", "0"), new("DOTNET_GCgen0size", "400000"),
        new(LibTorch.AllocatorVariable, Environment.GetEnvironmentVariable(LibTorch.AllocatorVariable) ?? "1"),
    ];
}
