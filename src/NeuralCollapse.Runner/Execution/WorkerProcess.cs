using System.Diagnostics;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Starts the hidden command <c>cell</c> of this executable and listens to it.</summary>
internal static class WorkerProcess
{
    /// <summary>Runs a cell to its end; cancelling kills the process, and it ends with this one as <see cref="Parent"/> says.</summary>
    /// <param name="cell">What to train.</param>
    /// <param name="folder">Where to write its files; it is there.</param>
    /// <param name="recorded">Folder in which the training is recorded, where the cell is measured again from its weights; null: it is trained.</param>
    /// <param name="data">Where data sets lie.</param>
    /// <param name="device">What to train on.</param>
    /// <param name="revision">What the program was built from, where it is known.</param>
    /// <param name="listen">Told of progress.</param>
    /// <param name="cancellation">Kills the process.</param>
    /// <returns>The exit code and what was written to standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> Run(
        Cell cell, string folder, string? recorded, string data, ComputeDevice device, Revision? revision, Action<WorkerMessage> listen, CancellationToken cancellation)
    {
        using var process = Process.Start(Command(cell, folder, recorded, data, device, revision))!;
        await using var kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
        await process.StandardInput.WriteLineAsync(cell.CanonicalJson);
        await process.StandardInput.FlushAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (WorkerMessage.Read(line) is { } message)
                listen(message);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await errors);
    }

    private static ProcessStartInfo Command(Cell cell, string folder, string? recorded, string data, ComputeDevice device, Revision? revision)
    {
        string[] known = revision is null ? [] : [$"--commit={revision.Commit}", $"--dirty={revision.IsDirty}"];
        string[] again = recorded is null ? [] : [$"--measure-again={recorded}"];
        string[] arguments = ["cell", $"--label={cell.Label}", $"--data={data}", $"--device={device.Name}", $"--folder={folder}", .. again, .. known];
        var host = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "collapse.dll"), .. arguments])
            : new ProcessStartInfo(host, arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in NumericsEnvironment.Of(cell.Spec.Numerics, device))
            start.Environment[name] = value;
        return start;
    }
}

/// <summary>
/// Environment variables that fix a worker's arithmetic. They must stand before the process starts: libtorch and its libraries read them
/// as they load.
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

    /// <summary>One thread, since two give other bits than one.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OneThread =>
        [new("OMP_NUM_THREADS", "1"), new("MKL_NUM_THREADS", "1"), new("DOTNET_gcConcurrent", "0")];
}
