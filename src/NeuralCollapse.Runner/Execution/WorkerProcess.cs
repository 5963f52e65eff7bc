using System.Diagnostics;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Starts the hidden verb <c>cell</c> of this executable and listens to it.</summary>
internal static class WorkerProcess
{
    /// <summary>Runs a cell to its end; cancelling kills the process, and so does the end of this one, since its standard input closes.</summary>
    /// <returns>The exit code and what was written to standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> Run(
        string experiment, Cell cell, Folders folders, Action<WorkerMessage> listen, CancellationToken cancellation)
    {
        using var process = Process.Start(Command(experiment, cell, folders))!;
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

    private static ProcessStartInfo Command(string experiment, Cell cell, Folders folders)
    {
        string[] verb = ["cell", $"--experiment={experiment}", $"--label={cell.Label}", $"--data={folders.Data}", $"--results={folders.Results}"];
        var host = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "collapse.dll"), .. verb])
            : new ProcessStartInfo(host, verb);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in NumericsEnvironment.Of(cell.Spec.Numerics))
            start.Environment[name] = value;
        return start;
    }
}
